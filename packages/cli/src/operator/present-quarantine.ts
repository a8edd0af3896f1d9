import type { QuarantineRow } from '@arus/server'

/** A quarantine as JSON. */
export function presentQuarantine(one: QuarantineRow, closedModes: string[]): Record<string, unknown> {
  return {
    id: one.id,
    reason: one.reason,
    closed_modes: closedModes,
    opened_at: one.openedAt,
    lost_since: one.lostSince,
    lost_until: one.lostUntil,
    marked_at: one.markedAt,
    recorded_outside: one.recordedOutside,
    recorded_inside: one.recordedInside,
    found: one.found,
    ends: one.ends.map((end) => ({
      mode: end.isLive ? 'live' : 'test',
      kind: end.kind,
      actor: end.actor,
      reason: end.reason,
      ended_at: end.endedAt
    }))
  }
}
