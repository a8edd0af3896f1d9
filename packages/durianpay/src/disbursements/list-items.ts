import type { DisbursementItem, ItemStatus } from '../generated/models.js'
import type { ListOptions, Pages } from '../pages/page.js'
import { pageQuery } from '../pages/page-query.js'
import { paginate } from '../pages/paginate.js'
import { readPage } from '../pages/read-page.js'
import { pathPart } from '../requests/path-part.js'
import { sendRequest } from '../requests/send-request.js'
import type { Transport } from '../requests/transport.js'

/** Which items of a batch, and how to fetch them. */
export type ListItemsOptions = ListOptions & {
  /** Only the items with this status. */
  status?: ItemStatus | undefined
}

/** Lists a batch's items: see {@link Disbursements.items}. */
export function listItems(transport: Transport, id: string, options: ListItemsOptions = {}): Pages<DisbursementItem> {
  const path = `/disbursements/${pathPart('id', id)}/items`
  return paginate(
    (query) =>
      sendRequest(
        transport,
        {
          method: 'GET',
          path,
          query: { status: options.status, ...pageQuery(query) },
          read: (body) => readPage<DisbursementItem>(body, 'disbursement_batch_items')
        },
        options
      ),
    // Durianpay's own pages don't say whether `count` is the total.
    { pageSize: options.pageSize ?? 500, isCountTotal: false }
  )
}
