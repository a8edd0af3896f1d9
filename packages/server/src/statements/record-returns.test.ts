import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readTimeMs } from '../database/read-time.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { AMOUNT_SEN, createStatementWorld, PAID, type Standing, type StatementWorld } from '../testing/create-statement-world.js'
import { nameTestItem } from '../testing/name-test-item.js'
import { setClockShift } from '../testing/set-clock-shift.js'
import { previewStatement } from './preview-statement.js'
import { reconcileStatement } from './reconcile-statement.js'
import type { NewStatement } from './statement.js'

let world: StatementWorld

beforeAll(async () => {
  world = await createStatementWorld()
})
afterAll(() => world.drop())
beforeEach(() => setClockShift(world.pool, 0))

describe('a payment that came back, by a statement', () => {
  it('is failed after it was done, with a case and its amount in suspense, and nothing of it is left outside', async () => {
    await world.makeBatch(['done', 'done'])
    const before = await world.readBalances()
    const given = await world.statementOf([{ ordinal: 0 }, { ordinal: 1 }], [{ ordinal: 0 }])
    expect(await previewStatement(world.pool, given)).toMatchObject({ matchedLines: 2, returnedItems: 1, differingLines: [] })
    expect(await world.readStatuses()).toEqual(['done', 'done'])
    const { statement } = await reconcileStatement(world.pool, given)
    expect(statement).toMatchObject({ matchedLines: 2, returnedLines: 1, returnUnclearLines: 0 })
    expect(await world.readStatuses()).toEqual(['failed', 'done'])
    expect(await world.readOpenCases()).toMatchObject([{ kind: 'reversed_after_done', ordinal: 0 }])
    const after = await world.readBalances()
    expect(after.external! - before.external!).toBe(AMOUNT_SEN)
    expect(after.suspense! - before.suspense!).toBe(AMOUNT_SEN)
    expect(after.rail_clearing).toBe(0n)
    await world.expectBooksToHold()
    expect(await reconcileStatement(world.pool, given)).toMatchObject({ wasReconciled: true })
    expect(await world.readBalances()).toEqual(after)
  })

  it('comes back on a later statement too, and once, however many statements have it', async () => {
    await world.makeBatch(['done'])
    await world.reconcile([{ ordinal: 0 }], [])
    const second = await world.reconcile([{ ordinal: 0 }], [{ ordinal: 0 }])
    expect(second).toMatchObject({ seenBeforeLines: 1, returnedLines: 1 })
    const balances = await world.readBalances()
    const third = await world.reconcile([{ ordinal: 0 }], [{ ordinal: 0 }])
    expect(await world.readReturns(third.id)).toEqual(['seen_before'])
    expect(await world.readBalances()).toEqual(balances)
    const fourth = await world.reconcile(
      [],
      [{ ordinal: 0 }, { ordinal: 0, occurredAt: new Date(world.startMs + 1).toISOString() }]
    )
    expect(await world.readReturns(fourth.id)).toEqual(['seen_before', 'return_unclear'])
    expect(await world.readKinds()).toEqual(['contradiction', 'reversed_after_done'])
    await world.expectBooksToHold()
  })

  it('is booked, and told no second time, where the rail has said so before', async () => {
    await world.makeBatch(['done'])
    const reversed = { kind: 'reversed', reason: 'returned' } as const
    await world.record([{ ordinal: 0, attempt: 1, source: 'status', outcome: reversed, askedAtMs: await readTimeMs(world.pool) }])
    expect(await world.reconcile([{ ordinal: 0 }], [{ ordinal: 0 }])).toMatchObject({ matchedLines: 1, returnedLines: 1 })
    expect(await world.readKinds()).toEqual(['reversed_after_done'])
    expect((await world.readBalances()).rail_clearing).toBe(0n)
    await world.expectBooksToHold()
  })

  it.each(['unknown', 'failed'] as const)(
    'leaves an item that is %s as it is, with a case for a person and nothing booked',
    async (standing) => {
      await world.makeBatch([standing, 'done'])
      const given = await world.statementOf([{ ordinal: 0 }, { ordinal: 1 }], [{ ordinal: 0 }])
      expect(await previewStatement(world.pool, given)).toMatchObject({ matchedLines: 1, toldItems: 0, returnedItems: 0 })
      const { statement } = await reconcileStatement(world.pool, given)
      expect(statement).toMatchObject({ matchedLines: 1, contradictedLines: 1, returnedLines: 0, returnUnclearLines: 1 })
      expect(await world.readStatuses()).toEqual([standing, 'done'])
      expect(await world.readOpenCases()).toMatchObject([{ kind: 'contradiction', ordinal: 0 }])
      const [told] = await world.query('SELECT detail FROM cases WHERE merchant_id = $1', world.scope.merchantId)
      expect(told.detail).toMatchObject({ came_back: true, line: 1_000 })
      await world.expectBooksToHold()
    }
  )

  it('fails an open item when a person says that it was not paid, and leaves its two lines unbooked', async () => {
    await world.makeBatch(['unknown', 'done'])
    await world.reconcile([{ ordinal: 0 }], [{ ordinal: 0 }])
    await world.settle('contradiction', 'not_paid')
    expect(await world.reconcile([{ ordinal: 0 }, { ordinal: 1 }], [{ ordinal: 0 }])).toMatchObject({
      matchedLines: 1,
      returnedLines: 0
    })
    expect(await world.readStatuses()).toEqual(['failed', 'done'])
    expect((await world.readBalances()).rail_clearing).toBe(0n)
    await world.expectBooksToHold()
  })

  it('is left open by a person who says of another case of the item that it was paid, and taken back by the next statement', async () => {
    await world.makeBatch(['unknown'])
    await world.reconcile([{ ordinal: 0 }], [{ ordinal: 0 }])
    const { merchantId, batchId } = world.scope
    const [unresolved] = await world.query(
      `INSERT INTO cases (merchant_id, id, is_live, kind, batch_id, ordinal) VALUES ($1, 'case_' || $2, false, 'unresolved', $2, 0) RETURNING id`,
      merchantId,
      batchId
    )
    expect(unresolved).toBeDefined()
    await world.settle('unresolved', 'paid')
    expect(await world.readKinds()).toEqual(['contradiction'])
    expect(await world.reconcile([], [])).toMatchObject({ matchedLines: 1, returnedLines: 1 })
    expect(await world.readStatuses()).toEqual(['failed'])
    await world.expectBooksToHold()
  })

  it('is found by the next statement where the bank says of an open item, with its case open, that it was paid', async () => {
    await world.makeBatch(['unknown'])
    await world.reconcile([{ ordinal: 0 }], [{ ordinal: 0 }])
    await world.record([{ ordinal: 0, attempt: 1, source: 'transfer', outcome: PAID }])
    expect(await world.reconcile([], [])).toMatchObject({ matchedLines: 1, returnedLines: 1 })
    expect(await world.readStatuses()).toEqual(['failed'])
    expect(await world.readKinds()).toEqual(['contradiction', 'reversed_after_done'])
    expect((await world.readBalances()).rail_clearing).toBe(0n)
    await world.expectBooksToHold()
  })

  it('is unclear with another amount, kept where no item has its reference, and left out without one of ours', async () => {
    await world.makeBatch(['done'])
    const statement = await world.reconcile(
      [],
      [{ ordinal: 0, amountSen: 1n }, { reference: 'dis_item_late' }, { reference: 'setoran' }]
    )
    expect(await world.readReturns(statement.id)).toEqual(['return_unclear', 'missing_here'])
    expect(statement).toMatchObject({ returnUnclearLines: 1, returnMissingHereLines: 1 })
    expect(await world.readKinds()).toEqual(['contradiction', 'missing_there', 'missing_here'])
    expect(await world.readStatuses()).toEqual(['done'])
    await nameTestItem(world.pool, world.scope.batchId, 'dis_item_late')
    expect(await world.reconcile([{ reference: 'dis_item_late' }], [])).toMatchObject({ matchedLines: 1, returnedLines: 1 })
    expect(await world.readStatuses()).toEqual(['failed'])
    expect(await world.readKinds()).toEqual(['contradiction', 'reversed_after_done'])
    await world.expectBooksToHold()
  })

  it('is left to a person where the item was paid twice: nobody can know which of the payments came back', async () => {
    await world.makeBatch(['done'])
    await world.reconcile([{ ordinal: 0 }], [])
    const second = { ordinal: 0, occurredAt: new Date(world.startMs + 1).toISOString() }
    const statement = await world.reconcile([{ ordinal: 0 }, second], [{ ordinal: 0 }])
    expect(statement).toMatchObject({ paidTwiceLines: 1, returnedLines: 0, returnUnclearLines: 1 })
    expect(await world.readStatuses()).toEqual(['done'])
    expect(await world.readKinds()).toEqual(['contradiction', 'paid_twice'])
    await world.expectBooksToHold()
  })

  it('is refused where it is of the other mode, of another merchant, or outside the period', async () => {
    await world.makeBatch(['done'])
    const given = await world.statementOf([], [{ ordinal: 0 }])
    const refusal = (change: Partial<NewStatement>) => expect(reconcileStatement(world.pool, { ...given, ...change })).rejects
    const { id: other } = await createMerchant(world.pool, { name: 'Lain' })
    await refusal({ merchantId: other }).toThrow(`line 1000 is the payment ${world.ids[0]} of another merchant`)
    await refusal({ isLive: true }).toThrow('which is in test mode')
    const early = given.returns!.map((line) => ({ ...line, occurredAt: new Date(world.startMs - 60_000).toISOString() }))
    await refusal({ returns: early }).toThrow('line 1000 is outside the period')
    expect(await world.readStatuses()).toEqual(['done'])
  })
})

describe('any payments and returns on any statements', () => {
  const anyLine = fc.record({ ordinal: fc.nat({ max: 4 }), amountSen: fc.constantFrom(AMOUNT_SEN, AMOUNT_SEN, 1n) })
  const anyStatement = fc.tuple(fc.array(anyLine, { maxLength: 5 }), fc.array(anyLine, { maxLength: 5 }))

  it('keep the books, take each item back at most once, and leave nothing done that was paid once and came back', {
    timeout: 120_000
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<Standing>('done', 'failed', 'unknown'), { minLength: 1, maxLength: 4 }),
        fc.array(anyStatement, { minLength: 1, maxLength: 3 }),
        async (standings, statements) => {
          await world.makeBatch(standings)
          for (const [paidOut, cameBack] of statements) {
            await world.reconcile(paidOut, cameBack)
            const returned = await world.query(
              `SELECT count(*)::integer AS count FROM statement_returns WHERE merchant_id = $1 AND state = 'returned' GROUP BY ordinal`,
              world.scope.merchantId
            )
            for (const { count } of returned) expect(count).toBe(1)
            const done = await world.query(
              `SELECT item.id FROM items AS item JOIN statement_returns AS line ON line.reference = item.id AND line.amount_sen = item.amount_sen
               WHERE item.batch_id = $1 AND item.status = 'done'
                 AND 1 = (SELECT count(*) FROM statement_lines AS paid WHERE paid.reference = item.id)`,
              world.scope.batchId
            )
            expect(done).toEqual([])
            await world.expectBooksToHold()
          }
        }
      ),
      { numRuns: 20 }
    )
  })
})
