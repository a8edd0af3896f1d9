import type { Queryable } from '../database/create-pool.js'
import { formatAmount } from '../money/format-amount.js'
import type { EventItemList } from './describe-event.js'

/** With 1,000 rows a page is parsed, turned into text and written in a few milliseconds. */
const PAGE_ITEMS = 1000

type EventItemRow = {
  ordinal: number
  id: string
  firstStatus: string
  amountSen: bigint
  bankCode: string
  accountNumber: string
  accountOwnerName: string
  invalidFields: { key: string; message: string }[] | null
}

/**
 * Reads one of an event's lists of items, page by page; between two pages the event loop is free for others.
 *
 * @returns the items as the event shows them
 */
export async function* readEventItems(
  database: Queryable,
  batch: { merchantId: string; batchId: string },
  list: EventItemList
): AsyncGenerator<Record<string, unknown>[]> {
  for (let afterOrdinal = -1; ; ) {
    const rows = await readPage(database, batch, list.items, afterOrdinal)
    if (rows.length > 0) yield rows.map((row) => SHOWN_ITEMS[list.name](row))
    if (rows.length < PAGE_ITEMS) return
    afterOrdinal = rows.at(-1)!.ordinal
  }
}

const SHOWN_ITEMS: Record<EventItemList['name'], (item: EventItemRow) => Record<string, unknown>> = {
  item_status: (item) => ({ id: item.id, status: item.firstStatus }),
  valid_disbursements: (item) => ({ ...showDestination(item), status: 'valid' }),
  invalid_disbursements: (item) => ({ ...showDestination(item), status: 'invalid', invalid_fields: item.invalidFields ?? [] })
}

function showDestination(item: EventItemRow): Record<string, unknown> {
  return {
    id: item.id,
    account_number: item.accountNumber,
    bank_code: item.bankCode,
    amount: formatAmount(item.amountSen),
    owner_name: item.accountOwnerName
  }
}

/** The first final status, where late truth corrected it since: the event tells of the moment when the batch was complete. */
async function readPage(
  database: Queryable,
  { merchantId, batchId }: { merchantId: string; batchId: string },
  items: EventItemList['items'],
  afterOrdinal: number
): Promise<EventItemRow[]> {
  const { rows } = await database.query<EventItemRow>({
    name: 'read-event-items',
    text: `
      SELECT ordinal, id, coalesce(corrected_from, status) AS "firstStatus", amount_sen AS "amountSen", bank_code AS "bankCode",
        account_number AS "accountNumber", account_owner_name AS "accountOwnerName", invalid_fields AS "invalidFields"
      FROM items
      WHERE merchant_id = $1 AND batch_id = $2 AND ordinal > $3 AND ($4 = 'all' OR (status = 'invalid') = ($4 = 'invalid'))
      ORDER BY ordinal LIMIT ${PAGE_ITEMS}`,
    values: [merchantId, batchId, afterOrdinal, items]
  })
  return rows
}
