import type { Pool } from '../database/create-pool.js'

/** A delivery that is this process's for the time of the lease. */
export type ClaimedDelivery = {
  merchantId: string
  eventId: string
  endpointId: string
  isLive: boolean
  isEndpointDeleted: boolean
  isSlow: boolean
  url: string
  sealedSecret: Buffer
  /** Null unless it is still valid beside the new one. */
  sealedPreviousSecret: Buffer | null
  /** This one included. */
  attempts: number
  /** How many of them were before the last resend. */
  roundStart: number
  /** A result counts only while the row still carries this. */
  fence: number
  claimedAtSeconds: number
}

export type Claim = {
  /** Endpoints that timed out wait in a lane of their own. */
  isSlow: boolean
  limit: number
  limitPerEndpoint: number
  /** How many of an endpoint's deliveries this process has in flight. */
  inFlight: ReadonlyMap<string, number>
}

/** Longer than building and sending the largest body can take; after a crash it is how long a delivery waits. */
const LEASE_SECONDS = 90

/**
 * Claims deliveries that are due, of endpoints taken at random: none waits behind another's backlog.
 *
 * The recursive part steps through the index from one endpoint to the next, and finds for each when its first delivery is
 * due. Reading what is due in order of time instead would read all the backlog of an endpoint that has no place left, again
 * and again.
 */
export async function claimDeliveries(pool: Pool, claim: Claim): Promise<ClaimedDelivery[]> {
  if (claim.limit <= 0) return []
  const { rows } = await pool.query<ClaimedDelivery>({
    name: 'claim-deliveries',
    text: `
      WITH RECURSIVE waiting AS (
        (SELECT merchant_id, endpoint_id, next_attempt_at FROM deliveries WHERE status = 'pending'
         ORDER BY merchant_id, endpoint_id, next_attempt_at LIMIT 1)
        UNION ALL
        SELECT next.* FROM waiting CROSS JOIN LATERAL (
          SELECT merchant_id, endpoint_id, next_attempt_at FROM deliveries
          WHERE status = 'pending' AND (merchant_id, endpoint_id) > (waiting.merchant_id, waiting.endpoint_id)
          ORDER BY merchant_id, endpoint_id, next_attempt_at LIMIT 1) AS next
      ), chosen AS MATERIALIZED (
        SELECT endpoint.*, $3 - coalesce(busy.in_flight, 0) AS places
        FROM waiting
        CROSS JOIN LATERAL (
          SELECT * FROM webhook_endpoints WHERE merchant_id = waiting.merchant_id AND id = waiting.endpoint_id OFFSET 0) AS endpoint
        LEFT JOIN unnest($4::text[], $5::integer[]) AS busy (endpoint_id, in_flight) ON busy.endpoint_id = endpoint.id
        WHERE waiting.next_attempt_at <= arus_now() AND coalesce(endpoint.slow_until > arus_now(), false) = $1
          AND coalesce(busy.in_flight, 0) < $3
        ORDER BY random() LIMIT $2
      ), due AS MATERIALIZED (
        SELECT due.* FROM chosen CROSS JOIN LATERAL (
          SELECT merchant_id, endpoint_id, ctid AS row_id FROM deliveries
          WHERE merchant_id = chosen.merchant_id AND endpoint_id = chosen.id AND status = 'pending' AND next_attempt_at <= arus_now()
          ORDER BY next_attempt_at LIMIT chosen.places FOR UPDATE SKIP LOCKED) AS due
        LIMIT $2
      )
      UPDATE deliveries AS delivery
      SET attempts = attempts + 1, fence = fence + 1, next_attempt_at = arus_now() + interval '${LEASE_SECONDS} seconds', updated_at = arus_now()
      FROM due JOIN chosen ON chosen.merchant_id = due.merchant_id AND chosen.id = due.endpoint_id
      WHERE delivery.ctid = due.row_id
      RETURNING delivery.merchant_id AS "merchantId", delivery.event_id AS "eventId", delivery.endpoint_id AS "endpointId",
        chosen.is_live AS "isLive", chosen.deleted_at IS NOT NULL AS "isEndpointDeleted", $1 AS "isSlow", chosen.url,
        chosen.sealed_secret AS "sealedSecret",
        CASE WHEN chosen.previous_secret_expires_at > arus_now() THEN chosen.sealed_previous_secret END AS "sealedPreviousSecret",
        delivery.attempts, delivery.round_start AS "roundStart", delivery.fence,
        floor(extract(epoch FROM arus_now()))::double precision AS "claimedAtSeconds"`,
    values: [claim.isSlow, claim.limit, claim.limitPerEndpoint, [...claim.inFlight.keys()], [...claim.inFlight.values()]]
  })
  return rows
}
