import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Pool } from '../database/create-pool.js'
import type { RailObservation } from '../rails/rail.js'
import { registerBacklogGauges } from './register-backlog-gauges.js'

/** The numbers of one process, and how they are added to. */
export type Metrics = {
  registry: Registry
  /** Called once for each answered request; `route` is the pattern, so that identifiers make no new series. */
  observeRequest(request: { method: string; route: string; statusCode: number; durationSeconds: number }): void
  /** Called once for each call to a rail that is over. */
  observeRailCall(observation: RailObservation): void
  /** Called once for each webhook that was sent, or could not be. */
  observeDelivery(result: 'acknowledged' | 'failed' | 'timed_out'): void
}

const DURATION_BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Makes the metrics of a process: its requests, its database connections, what Node says of itself, and what waits in the database. */
export function createMetrics(pool: Pool): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'arus_http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status_code'],
    buckets: DURATION_BUCKETS_SECONDS,
    registers: [registry]
  })
  new Gauge({
    name: 'arus_database_connections',
    help: 'Database connections of this process, and the work that waits for one.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'in_use' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'waited_for' }, pool.waitingCount)
    }
  })
  const railCalls = new Histogram({
    name: 'arus_rail_call_duration_seconds',
    help: 'Time that a call to a rail took, by what came of it. Its count is the number of outcomes.',
    labelNames: ['rail', 'call', 'outcome'],
    buckets: DURATION_BUCKETS_SECONDS,
    registers: [registry]
  })
  const deliveries = new Counter({
    name: 'arus_delivery_attempts_total',
    help: 'Attempts of this process at webhook deliveries, by what the receiver did.',
    labelNames: ['result'],
    registers: [registry]
  })
  registerBacklogGauges(registry, pool)
  return {
    registry,
    observeRequest: ({ method, route, statusCode, durationSeconds }) =>
      duration.observe({ method, route, status_code: String(statusCode) }, durationSeconds),
    observeRailCall: ({ rail, call, outcome, durationSeconds }) => railCalls.observe({ rail, call, outcome }, durationSeconds),
    observeDelivery: (result) => deliveries.inc({ result })
  }
}
