import type { Pool, Queryable } from '../database/create-pool.js'
import { readTimeMs } from '../database/read-time.js'
import { ApiError } from '../errors/api-error.js'
import type { Caller } from '../http/caller.js'
import type { ServerContext } from '../http/server-context.js'
import { ITEM_COLUMNS, type ItemRow } from '../items/item.js'
import type { ItemStatus } from '../items/item-states.js'
import { recordOutcomes } from '../items/record-outcomes.js'
import { callRail } from '../rails/call-rail.js'
import type { Rail } from '../rails/rail.js'
import { findDesk } from '../rails/simulated-bank/simulated-bank.js'

/** What the bank did, and why where it did not pay. */
export type ItemSettlement = { outcome: 'done' | 'failed'; reason?: string }

/**
 * Those of which the bank has, or may have, a transfer. Not while the transfer is being sent: the bank's first answer is
 * on its way then, and would arrive after the decision as if it were news.
 */
const AT_THE_BANK: ItemStatus[] = ['accepted', 'unknown', 'done', 'failed']

/**
 * Decides what the simulated bank did with an item, as a person there would, also after the item is final. Then the
 * bank is asked about the item and its answer recorded, on the same way as any other answer, so that nothing but the
 * bank's book says what became of the money.
 *
 * @returns the item as the server knows it after that.
 * @throws ApiError DPAY_NOT_FOUND; INVALID_DISBURSEMENT_STATUS while the bank has no transfer of the item.
 */
export async function settleItem(
  { pool, rails }: Pick<ServerContext, 'pool' | 'rails'>,
  caller: Caller,
  itemId: string,
  { outcome, reason }: ItemSettlement
): Promise<ItemRow> {
  const item = await readItem(pool, caller, itemId)
  const rail = await findRailOfBatch(pool, rails, item)
  const desk = findDesk(rail)
  if (desk === undefined) throw new ApiError('TEST_MODE_ONLY')
  if (!AT_THE_BANK.includes(item.status)) {
    throw new ApiError('INVALID_DISBURSEMENT_STATUS', {
      message:
        item.status === 'sending'
          ? 'the item is being sent at this moment: try again when the bank has answered'
          : 'the item is not at the bank: it was never sent, or the bank turned it away and it waits to be sent again'
    })
  }
  const { bankCode, accountNumber, amountSen, merchantId, batchId, ordinal, attempt } = item
  await desk.settle({
    reference: item.id,
    bankCode,
    accountNumber,
    amountSen,
    outcome,
    ...(reason === undefined ? {} : { reason })
  })
  const askedAtMs = await readTimeMs(pool)
  const learnt = await callRail(rail, 'status', item.id)
  const batch = { merchantId, isLive: caller.isLive, batchId, actor: caller.apiKeyId, policy: rail }
  await recordOutcomes(pool, batch, [{ ordinal, attempt, source: 'status', outcome: learnt, askedAtMs }])
  return readItem(pool, caller, itemId)
}

/** The one that it was sent over, which need not be the one that new batches take. */
async function findRailOfBatch(pool: Pool, rails: readonly Rail[], { merchantId, batchId }: ItemRow): Promise<Rail> {
  const { rows } = await pool.query<{ rail: string }>({
    name: 'read-rail-of-batch',
    text: 'SELECT rail FROM batches WHERE merchant_id = $1 AND id = $2',
    values: [merchantId, batchId]
  })
  const rail = rails.find(({ name }) => name === rows[0]?.rail)
  if (rail !== undefined) return rail
  throw new ApiError('RAIL_NOT_CONFIGURED', { message: `the rail ${rows[0]?.rail} is not configured on this server` })
}

async function readItem(database: Queryable, { merchantId, isLive }: Caller, itemId: string): Promise<ItemRow> {
  const { rows } = await database.query<ItemRow>({
    name: 'read-item',
    text: `SELECT ${ITEM_COLUMNS} FROM items
           WHERE merchant_id = $1 AND id = $3
             AND EXISTS (SELECT 1 FROM batches WHERE batches.merchant_id = $1 AND batches.id = items.batch_id
                           AND batches.is_live = $2 AND batches.status <> 'deleted')`,
    values: [merchantId, isLive, itemId]
  })
  if (rows[0] === undefined) throw new ApiError('DPAY_NOT_FOUND', { message: 'item not found' })
  return rows[0]
}
