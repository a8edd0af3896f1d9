import type { EventType, RecordedEventSummary } from '../generated/models.js'
import type { ListOptions, Pages } from '../pages/page.js'
import { pageQuery } from '../pages/page-query.js'
import { paginate } from '../pages/paginate.js'
import { readPage } from '../pages/read-page.js'
import { sendRequest } from '../requests/send-request.js'
import type { Transport } from '../requests/transport.js'

/** Which events, and how to fetch them. */
export type ListEventsOptions = ListOptions & {
  /** Only the events of this type. */
  type?: EventType | undefined
}

/** Lists events: see {@link Events.list}. */
export function listEvents(transport: Transport, options: ListEventsOptions = {}): Pages<RecordedEventSummary> {
  return paginate(
    (query) =>
      sendRequest(
        transport,
        {
          method: 'GET',
          path: '/events',
          query: { type: options.type, ...pageQuery(query) },
          read: (body) => readPage<RecordedEventSummary>(body, 'events')
        },
        options
      ),
    { pageSize: options.pageSize ?? 100, isCountTotal: true }
  )
}
