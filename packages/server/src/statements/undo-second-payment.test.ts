import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allowedResolutions } from '../cases/allowed-resolutions.js'
import { findCase } from '../cases/find-case.js'
import { settleFoundCase } from '../cases/settle-found-case.js'
import { readTimeMs } from '../database/read-time.js'
import { withTransaction } from '../database/with-transaction.js'
import { AMOUNT_SEN, createStatementWorld, type Standing, type StatementWorld } from '../testing/create-statement-world.js'
import { setClockShift } from '../testing/set-clock-shift.js'
import { lockStatements } from './lock-statements.js'
import { readLeftLines } from './read-left-lines.js'

let world: StatementWorld

beforeAll(async () => {
  world = await createStatementWorld()
})
afterAll(() => world.drop())
beforeEach(() => setClockShift(world.pool, 0))

describe('an item that was paid twice and of which one payment came back', () => {
  it.each([
    ['paid_twice', 'contradiction'],
    ['contradiction', 'paid_twice']
  ])(
    'undoes a second payment by a person’s word, told of the case %s, which closes that of the kind %s too',
    async (kind, other) => {
      await world.makeBatch(['done'])
      await world.reconcile([{ ordinal: 0 }, { ordinal: 0 }], [{ ordinal: 0 }])
      const before = await world.readBalances()
      await world.settle(kind, 'came_back')
      expect(await world.readOpenCases()).toEqual([])
      const closed = await world.query(
        `SELECT one.kind, one.resolution, one.settled_by, one.reference, by.kind AS with FROM cases AS one LEFT JOIN cases AS by ON by.id = one.settled_with
       WHERE one.merchant_id = $1 ORDER BY by.kind NULLS FIRST`,
        world.scope.merchantId
      )
      const word = { resolution: 'came_back', settled_by: 'operator:test', reference: 'BCA-1' }
      expect(closed).toEqual([
        { kind, ...word, with: null },
        { kind: other, ...word, with: kind }
      ])
      const entries = await world.query(
        `SELECT detail::json ->> 'kind' AS kind FROM audit_entries WHERE action = 'case.settled' AND subject IN (SELECT id FROM cases WHERE merchant_id = $1)`,
        world.scope.merchantId
      )
      expect(entries.map((entry) => entry.kind).sort()).toEqual([kind, other].sort())
      expect(await world.readStatuses()).toEqual(['done'])
      expect(await world.readBalances()).toEqual(before)
      await world.expectBooksToHold()
      // The one that is left comes back like that of any item that was paid once.
      const later = new Date(world.startMs + 500).toISOString()
      expect(await world.reconcile([], [{ ordinal: 0, occurredAt: later }])).toMatchObject({
        returnedLines: 1,
        returnUnclearLines: 0
      })
      expect(await world.readStatuses()).toEqual(['failed'])
      expect(await world.readKinds()).toEqual(['reversed_after_done'])
      await world.expectBooksToHold()
    }
  )

  it('undoes each second payment once, and calls a person to each return that stood behind another', async () => {
    await world.makeBatch(['done'])
    await world.reconcile([{ ordinal: 0 }, { ordinal: 0 }], [{ ordinal: 0 }, { ordinal: 0 }])
    expect(await world.readKinds()).toEqual(['contradiction', 'paid_twice'])
    await world.settle('paid_twice', 'came_back')
    expect(await world.readKinds()).toEqual(['contradiction'])
    await expect(world.settle('contradiction', 'came_back')).rejects.toThrow('only as acknowledged')
    await world.reconcile([], [])
    expect(await world.readStatuses()).toEqual(['failed'])
    expect((await world.readBalances()).rail_clearing).toBe(0n)
    await world.expectBooksToHold()
  })

  it('is set right in two words where the rail told of the return first, and so took back what is paid once after all', async () => {
    await world.makeBatch(['done'])
    const reversed = { kind: 'reversed', reason: 'returned' } as const
    await world.record([{ ordinal: 0, attempt: 1, source: 'status', outcome: reversed, askedAtMs: await readTimeMs(world.pool) }])
    const before = await world.readBalances()
    await world.reconcile([{ ordinal: 0 }, { ordinal: 0 }], [{ ordinal: 0 }])
    expect(await world.readKinds()).toEqual(['contradiction', 'paid_twice', 'reversed_after_done'])
    await world.settle('contradiction', 'paid')
    expect(await world.readStatuses()).toEqual(['done'])
    await world.settle('paid_twice', 'came_back')
    expect(await world.readKinds()).toEqual(['paid_after_failed', 'reversed_after_done'])
    const after = await world.readBalances()
    expect([after.rail_clearing, after.external! - before.external!, after.suspense]).toEqual([0n, AMOUNT_SEN, 0n])
    await world.expectBooksToHold()
  })

  it('undoes no second payment of another amount, nor one that did not come back', async () => {
    await world.makeBatch(['done', 'done'])
    await world.reconcile([{ ordinal: 0 }, { ordinal: 0, amountSen: 7n }, { ordinal: 1 }, { ordinal: 1 }], [{ ordinal: 0 }])
    for (const { id } of await world.readOpenCases()) {
      const word = { resolution: 'came_back', reference: 'BCA-1', reason: 'the branch says so' } as const
      await expect(settleFoundCase(world.pool, id, 'operator:test', word)).rejects.toThrow('only as acknowledged')
    }
    await world.expectBooksToHold()
  })
})

it('is refused at once where no payment came back, also while a statement is being compared', async () => {
  await world.makeBatch(['done'])
  await world.reconcile([{ ordinal: 0 }, { ordinal: 0 }], [])
  await withTransaction(world.pool, async (connection) => {
    await lockStatements(connection, false)
    await expect(world.settle('paid_twice', 'came_back')).rejects.toThrow('only as acknowledged')
  })
})

describe('any payments and returns on any statements, with a person between them', () => {
  const anyLine = fc.record({ ordinal: fc.nat({ max: 3 }), amountSen: fc.constantFrom(AMOUNT_SEN, AMOUNT_SEN, 1n) })
  const anyRound = fc.record({
    paidOut: fc.array(anyLine, { maxLength: 5 }),
    cameBack: fc.array(anyLine, { maxLength: 4 }),
    settled: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 })
  })

  async function settleAny([whichCase, whichWay]: [number, number]): Promise<void> {
    const open = await world.readOpenCases()
    if (open.length === 0) return
    const one = await findCase(world.pool, open[whichCase % open.length]!.id)
    const allowed = allowedResolutions(one)
    const resolution = allowed[whichWay % allowed.length]!
    await settleFoundCase(world.pool, one.id, 'operator:test', {
      resolution,
      reference: 'BCA-1',
      reason: 'the branch says so'
    })
  }

  it('keep the books, and leave no line without a case that calls, or called, a person to it', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<Standing>('done', 'done', 'failed', 'unknown'), { minLength: 1, maxLength: 3 }),
        fc.array(anyRound, { minLength: 1, maxLength: 3 }),
        async (standings, rounds) => {
          await world.makeBatch(standings)
          for (const { paidOut, cameBack, settled } of rounds) {
            const { id } = await world.reconcile(paidOut, cameBack)
            const left = await readLeftLines(world.pool, id, { limit: 100 })
            expect(left.filter((line) => line.caseId === null)).toEqual([])
            for (const word of settled) await settleAny(word)
            await world.expectBooksToHold()
          }
          // A person said it of as many returns as there were second payments, and of no payment twice.
          const undone = await world.query(
            `SELECT undoes_statement_id, undoes_line_number, count(*)::integer AS count FROM statement_returns
             WHERE merchant_id = $1 AND state = 'second_returned' GROUP BY 1, 2 HAVING count(*) > 1`,
            world.scope.merchantId
          )
          expect(undone).toEqual([])
        }
      ),
      { numRuns: 20 }
    )
  })
})
