import type { Connection } from '../database/create-pool.js'
import { ApiError } from '../errors/api-error.js'
import { formatAmount } from '../money/format-amount.js'

/** What a key does with a batch: each is counted, and limited, apart. */
export type KeyUse = {
  merchantId: string
  /** The key's id. What a worker or an operator does is counted for nobody. */
  actor: string
  kind: 'submit' | 'approve'
  amountSen: bigint
  items: number
}

type Usage = {
  maxBatchAmountSen: bigint | null
  maxBatchItems: number | null
  maxDayAmountSen: bigint | null
  maxDayItems: number | null
  /** Of the whole day, this use with it. */
  dayAmountSen: bigint
  dayItems: bigint
}

/**
 * Counts what a key submits or approves, and refuses what goes beyond its limits. The row of the day stays locked until the
 * end of the transaction, so of two that would only fit alone, the second waits and is then refused. A refusal, like any
 * fault, undoes the count with the rest.
 *
 * Called with the batch there already, and before accounts are locked.
 *
 * @throws ApiError KEY_LIMIT_EXCEEDED that says which limit, and what is used of it
 */
export async function countKeyUsage(connection: Connection, use: KeyUse): Promise<void> {
  const { rows } = await connection.query<Usage>({
    name: 'count-key-usage',
    // The day of Jakarta, which has kept one offset since 1964.
    text: `WITH key AS (
             SELECT merchant_id, id, max_batch_amount_sen, max_batch_items, max_day_amount_sen, max_day_items
             FROM api_keys WHERE merchant_id = $1 AND id = $2
           ), counted AS (
             INSERT INTO api_key_usage AS usage (merchant_id, api_key_id, day, kind, amount_sen, items)
             SELECT merchant_id, id, (arus_now() AT TIME ZONE 'UTC' + interval '7 hours')::date, $3, $4::bigint, $5::bigint FROM key
             ON CONFLICT (merchant_id, api_key_id, day, kind)
             DO UPDATE SET amount_sen = usage.amount_sen + EXCLUDED.amount_sen, items = usage.items + EXCLUDED.items
             RETURNING amount_sen, items
           )
           SELECT key.max_batch_amount_sen AS "maxBatchAmountSen", key.max_batch_items AS "maxBatchItems",
                  key.max_day_amount_sen AS "maxDayAmountSen", key.max_day_items AS "maxDayItems",
                  counted.amount_sen AS "dayAmountSen", counted.items AS "dayItems"
           FROM key, counted`,
    values: [use.merchantId, use.actor, use.kind, use.amountSen, use.items]
  })
  if (rows[0] !== undefined) refuseBeyondLimits(use, rows[0])
}

function refuseBeyondLimits({ kind, amountSen, items }: KeyUse, usage: Usage): void {
  const { maxBatchAmountSen, maxBatchItems, maxDayAmountSen, maxDayItems, dayAmountSen, dayItems } = usage
  const may = `this API key may ${kind} at most`
  if (maxBatchAmountSen !== null && amountSen > maxBatchAmountSen)
    refuse(`${may} ${formatAmount(maxBatchAmountSen)} in a batch, and this one has ${formatAmount(amountSen)}`)
  if (maxBatchItems !== null && items > maxBatchItems)
    refuse(`${may} ${maxBatchItems} items in a batch, and this one has ${items}`)
  if (maxDayAmountSen !== null && dayAmountSen > maxDayAmountSen)
    refuse(
      `${may} ${formatAmount(maxDayAmountSen)} in a day, of which ${formatAmount(dayAmountSen - amountSen)} are used, and this batch has ${formatAmount(amountSen)}`
    )
  if (maxDayItems !== null && dayItems > BigInt(maxDayItems))
    refuse(`${may} ${maxDayItems} items in a day, of which ${dayItems - BigInt(items)} are used, and this batch has ${items}`)
}

function refuse(message: string): never {
  throw new ApiError('KEY_LIMIT_EXCEEDED', { message })
}
