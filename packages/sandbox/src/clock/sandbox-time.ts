import type { EventBody } from '../state/event.js'
import { type Outcome, refuse } from '../state/outcome.js'

/** 9999-12-31T00:00:00Z: beyond it no timestamp of the protocol can be written. */
const LAST_TIME = 253_402_214_400_000

/**
 * Moves the sandbox's clock to a time. Real time goes on beneath: only the distance is kept.
 *
 * @returns the event, or a refusal for a time outside the years 1970 to 9999
 */
export function moveTo(targetTime: number, realTime: number): Outcome<{ event: EventBody }> {
  if (!Number.isSafeInteger(targetTime) || targetTime < 0 || targetTime > LAST_TIME) {
    return refuse(400, '01', 'time_out_of_range', { detail: 'time' })
  }
  return { refused: false, event: { type: 'clock.moved', at: targetTime, offsetMs: targetTime - realTime } }
}
