import type { Case, CaseKind, CaseStatus } from '../generated/models.js'
import type { ListOptions, Pages } from '../pages/page.js'
import { pageQuery } from '../pages/page-query.js'
import { paginate } from '../pages/paginate.js'
import { readPage } from '../pages/read-page.js'
import { sendRequest } from '../requests/send-request.js'
import type { Transport } from '../requests/transport.js'

/** Which cases, and how to fetch them. */
export type ListCasesOptions = ListOptions & {
  /** Only the open ones, or only the settled ones. */
  status?: CaseStatus | undefined
  /** Only the cases of this kind. */
  kind?: CaseKind | undefined
  /** Only the cases about items of this batch. */
  disbursementId?: string | undefined
}

/** Lists cases: see {@link Cases.list}. */
export function listCases(transport: Transport, options: ListCasesOptions = {}): Pages<Case> {
  const { status, kind, disbursementId } = options
  return paginate(
    (query) =>
      sendRequest(
        transport,
        {
          method: 'GET',
          path: '/cases',
          query: { status, kind, disbursement_id: disbursementId, ...pageQuery(query) },
          read: (body) => readPage<Case>(body, 'cases')
        },
        options
      ),
    { pageSize: options.pageSize ?? 100, isCountTotal: true }
  )
}
