import type { BatchStatus, Disbursement } from '../generated/models.js'
import type { ListOptions, Pages } from '../pages/page.js'
import { pageQuery } from '../pages/page-query.js'
import { paginate } from '../pages/paginate.js'
import { readPage } from '../pages/read-page.js'
import { sendRequest } from '../requests/send-request.js'
import type { Transport } from '../requests/transport.js'

/** Which batches, and how to fetch them. */
export type ListBatchesOptions = ListOptions & {
  /** Only the batches with this status. */
  status?: BatchStatus | undefined
}

/** Lists batches: see {@link Disbursements.list}. */
export function listBatches(transport: Transport, options: ListBatchesOptions = {}): Pages<Disbursement> {
  return paginate(
    (query) =>
      sendRequest(
        transport,
        {
          method: 'GET',
          path: '/disbursements',
          query: { status: options.status, ...pageQuery(query) },
          read: (body) => readPage<Disbursement>(body, 'disbursements')
        },
        options
      ),
    { pageSize: options.pageSize ?? 100, isCountTotal: true }
  )
}
