import { appendAudit } from '../audit/append-audit.js'
import type { Connection, Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { ApiError, type FieldError } from '../errors/api-error.js'
import { EVENT_TYPES, type EventType, isEventType } from '../events/event-types.js'
import { refuseFields } from '../http/refuse-fields.js'
import { makeIdentifier } from '../identifiers/make-identifier.js'
import type { MasterKey } from '../secrets/master-key.js'
import { sealSecret } from '../secrets/seal-secret.js'
import type { AddressGuard } from './address-guard.js'
import { checkEndpointUrl } from './check-endpoint-url.js'
import { ENDPOINT_COLUMNS, type Endpoint, type EndpointActor, type EndpointScope } from './endpoint.js'
import { makeEndpointSecret } from './make-endpoint-secret.js'

/** Each event is sent to each of them. */
const MAX_ENDPOINTS = 50

/**
 * Adds an endpoint: from now on, the merchant's events of this mode are sent to it.
 *
 * @param request `url`, and `events` unless it gets every event; as they came in
 * @returns the endpoint, and its secret, which can't be shown again
 * @throws ApiError DPAY_INVALID_REQUEST naming every field at fault
 */
export async function createEndpoint(
  { pool, masterKey, guard }: { pool: Pool; masterKey: MasterKey; guard: AddressGuard },
  scope: EndpointActor,
  request: { url?: unknown; events?: unknown }
): Promise<{ endpoint: Endpoint; secret: string }> {
  const faults: FieldError[] = []
  const urlFault = await checkEndpointUrl(request.url, { isLive: scope.isLive, guard })
  if (urlFault !== undefined) faults.push({ field: 'url', message: urlFault })
  const eventsFault = findEventsFault(request.events)
  if (eventsFault !== undefined) faults.push(eventsFault)
  if (faults.length > 0) throw refuseFields(faults)

  const events = request.events ? [...new Set(request.events as EventType[])] : null
  const secret = makeEndpointSecret()
  const url = request.url as string
  const id = makeIdentifier('webhookEndpoint')
  const sealedSecret = sealSecret(masterKey, secret, { table: 'webhook_endpoints', merchantId: scope.merchantId, id })
  const endpoint = await withTransaction(pool, async (connection) => {
    const inserted = await insertEndpoint(connection, scope, { id, url, events, sealedSecret })
    // Its path and query may hold a token of the merchant's own.
    const detail = { origin: new URL(url).origin, events }
    await appendAudit(connection, { ...scope, action: 'endpoint.created', subject: inserted.id, detail })
    return inserted
  })
  return { endpoint, secret }
}

function findEventsFault(events: unknown): FieldError | undefined {
  if (events === undefined || events === null) return undefined
  if (!Array.isArray(events)) return { field: 'events', message: 'must be a list of events' }
  if (events.length === 0) return { field: 'events', message: 'must name at least one event; leave it out for every event' }
  const unknown = events.findIndex((event) => !isEventType(event))
  return unknown === -1 ? undefined : { field: `events[${unknown}]`, message: `must be one of ${EVENT_TYPES.join(', ')}` }
}

async function insertEndpoint(
  connection: Connection,
  { merchantId, isLive }: EndpointScope,
  { id, url, events, sealedSecret }: { id: string; url: string; events: EventType[] | null; sealedSecret: Buffer }
): Promise<Endpoint> {
  const { rows } = await connection.query<Endpoint>({
    name: 'create-endpoint',
    text: `
      INSERT INTO webhook_endpoints (merchant_id, id, is_live, url, events, sealed_secret)
      SELECT $1, $2, $3, $4, $5, $6
      WHERE (SELECT count(*) FROM webhook_endpoints WHERE merchant_id = $1 AND is_live = $3 AND deleted_at IS NULL) < ${MAX_ENDPOINTS}
      RETURNING ${ENDPOINT_COLUMNS}`,
    values: [merchantId, id, isLive, url, events, sealedSecret]
  })
  if (rows[0] === undefined) {
    throw new ApiError('DPAY_INVALID_REQUEST', {
      message: `there are ${MAX_ENDPOINTS} webhook endpoints already, and no more are allowed`
    })
  }
  return rows[0]
}
