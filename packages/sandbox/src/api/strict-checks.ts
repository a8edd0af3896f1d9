import { parseTimestamp } from '@arus/snap-bi'
import { type Refusal, refuse } from '../state/outcome.js'
import type { ApiParts, Call } from './call.js'
import { headerOf } from './check-headers.js'

export type StrictChecks = (call: Call, partnerId: string) => Refusal | undefined

const JAKARTA_MS = 7 * 3_600_000
const DAY_MS = 86_400_000

/**
 * Makes the checks that only a strict sandbox makes, because clients that DANA takes fail them: a clock that is far off, and
 * an X-EXTERNAL-ID that the same partner used before on the same day, in Jakarta.
 */
export function createStrictChecks({ engine, settings, realNow = Date.now }: ApiParts): StrictChecks {
  let day = -1
  let used = new Set<string>()
  engine.subscribe(({ type }) => {
    if (type === 'sandbox.reset') used = new Set()
  })
  return (call, partnerId) => {
    if (!settings.strict) return undefined
    const now = realNow()
    const timestamp = parseTimestamp(headerOf(call.headers, 'X-TIMESTAMP'))
    // The client's clock shows real time, so the one that can be moved has no say here.
    if (timestamp !== undefined && Math.abs(now - timestamp) > settings.clockToleranceMs)
      return refuse(401, '00', 'clock_skew', { detail: 'X-TIMESTAMP Out Of Range' })
    const externalId = headerOf(call.headers, 'X-EXTERNAL-ID')
    if (externalId === '') return undefined
    const today = Math.floor((now + JAKARTA_MS) / DAY_MS)
    if (today !== day) used = new Set()
    day = today
    const id = JSON.stringify([partnerId, externalId])
    if (used.has(id)) return refuse(409, '00', 'external_id_used')
    used.add(id)
    return undefined
  }
}
