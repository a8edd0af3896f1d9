import type { EventType } from '../events/event-types.js'

/** A row of `webhook_endpoints`, without its secrets. */
export type Endpoint = {
  id: string
  url: string
  /** Null: every event. */
  events: EventType[] | null
  isLive: boolean
  createdAt: string
}

/** The columns of {@link Endpoint}, for SELECT and RETURNING. */
export const ENDPOINT_COLUMNS = 'id, url, events, is_live AS "isLive", created_at AS "createdAt"'

/** Whose endpoints a caller may see: one merchant's, in one mode. */
export type EndpointScope = { merchantId: string; isLive: boolean }

/** The same, and who acts in it: an API key's id. */
export type EndpointActor = EndpointScope & { actor: string }

/** Shows an endpoint as the API does; its secret only where it was just made. */
export function presentEndpoint(endpoint: Endpoint, secret?: string): Record<string, unknown> {
  return {
    id: endpoint.id,
    url: endpoint.url,
    events: endpoint.events,
    ...(secret === undefined ? {} : { secret }),
    is_live: endpoint.isLive,
    created_at: endpoint.createdAt
  }
}
