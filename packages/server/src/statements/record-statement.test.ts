import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approveBatch } from '../batches/approve-batch.js'
import { withTransaction } from '../database/with-transaction.js'
import { claimRangeToSend } from '../items/claim-range.js'
import { AMOUNT_SEN, createStatementWorld, type StatementWorld } from '../testing/create-statement-world.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'

let world: StatementWorld

beforeAll(async () => {
  world = await createStatementWorld()
})
afterAll(() => world.drop())

describe('a line that an earlier statement has too', () => {
  it('takes no payment back that is left after a person has said which return undoes the second one', async () => {
    await world.makeBatch(['done'])
    const paidTwice = [{ ordinal: 0 }, { ordinal: 0 }]
    await world.reconcile(paidTwice, [{ ordinal: 0 }])
    await world.settle('paid_twice', 'came_back')
    const before = await world.readBalances()
    const { id } = await world.reconcile(paidTwice, [{ ordinal: 0 }])
    expect(await world.readReturns(id)).toEqual(['seen_before'])
    expect(await world.readStatuses()).toEqual(['done'])
    expect(await world.readKinds()).toEqual([])
    expect(await world.readBalances()).toEqual(before)
    await world.expectBooksToHold()
  })

  it('takes no payment back of which a person has said that it was made, whatever came in for it', async () => {
    await world.makeBatch(['unknown'])
    await world.reconcile([{ ordinal: 0 }], [{ ordinal: 0 }])
    await world.settle('contradiction', 'paid')
    const again = await world.reconcile([{ ordinal: 0 }], [{ ordinal: 0 }])
    // The payment of the earlier statement is the item's now.
    expect(again).toMatchObject({ matchedLines: 1, returnedLines: 0, seenBeforeLines: 1 })
    expect(await world.readStatuses()).toEqual(['done'])
    expect(await world.readKinds()).toEqual([])
    await world.expectBooksToHold()
  })

  /** A batch of one item that waits for approval, and a line of a statement about it. */
  async function contradict() {
    await world.makeBatch(['done'])
    const { merchantId } = world.scope
    const items = [testItem({ amountSen: AMOUNT_SEN })]
    const { id: batchId } = await submitTestBatch(world.pool, merchantId, { skipValidation: true, items })
    const [item] = await world.query('SELECT id FROM items WHERE batch_id = $1', batchId)
    const lines = [{ ordinal: 0 }, { reference: item.id }]
    await world.reconcile(lines, [])
    const terms = { merchantId, isLive: false, actor: 'test', feePerItemSen: 0n }
    return {
      approve: () =>
        withTransaction(world.pool, (connection) => approveBatch(connection, terms, batchId, { ignoreInvalid: false })),
      reconcileAgain: () => world.reconcile(lines, []),
      readStatus: async () => (await world.query('SELECT status FROM items WHERE batch_id = $1', batchId))[0].status,
      claim: () =>
        claimRangeToSend(
          world.pool,
          { ...terms, batchId, rail: 'simulated_bank' },
          { limit: 10, leaseMs: 60_000, workerId: 'worker_1' }
        )
    }
  }

  it('ends no item that a person lets be sent although it is on a statement, and waits for no worker that sends it', async () => {
    const { approve, reconcileAgain, readStatus, claim } = await contradict()
    await world.settle('contradiction', 'acknowledged')
    await approve()
    expect(await reconcileAgain()).toMatchObject({ matchedLines: 0, seenBeforeLines: 2 })
    expect((await claim())?.items).toHaveLength(1)
    expect(await reconcileAgain()).toMatchObject({ matchedLines: 0, seenBeforeLines: 2 })
    expect(await readStatus()).toBe('sending')
    await world.expectBooksToHold()
  })

  it('does not let an item go that is held for it, and leaves one as a person has settled it', async () => {
    const { approve, reconcileAgain, readStatus } = await contradict()
    await approve()
    await reconcileAgain()
    expect(await readStatus()).toBe('unknown')
    expect(await world.readKinds()).toEqual(['contradiction', 'unresolved'])
    await world.settle('unresolved', 'not_paid')
    await reconcileAgain()
    expect(await readStatus()).toBe('failed')
    expect(await world.readKinds()).toEqual([])
    await world.expectBooksToHold()
  })
})

it('a payment that a person took back, since no statement had it, is late truth when one has it after all', async () => {
  await world.makeBatch(['done'])
  await world.reconcile([], [])
  await world.settle('missing_there', 'not_paid')
  await world.settle('reversed_after_done', 'acknowledged')
  expect(await world.readStatuses()).toEqual(['failed'])
  expect(await world.reconcile([{ ordinal: 0 }], [])).toMatchObject({ matchedLines: 1 })
  expect(await world.readStatuses()).toEqual(['done'])
  expect(await world.readKinds()).toEqual(['paid_after_failed'])
  expect(await world.readBalances()).toMatchObject({ rail_clearing: 0n, suspense: 0n })
  await world.expectBooksToHold()
  // From here on it is a payment like any other: it comes back once, and is not told again.
  const later = new Date(world.startMs + 500).toISOString()
  await world.reconcile([{ ordinal: 0 }], [{ ordinal: 0, occurredAt: later }])
  expect(await world.readStatuses()).toEqual(['failed'])
  expect(await world.reconcile([{ ordinal: 0, occurredAt: later }], [])).toMatchObject({ paidTwiceLines: 1 })
  expect(await world.readStatuses()).toEqual(['failed'])
  await world.expectBooksToHold()
})
