import type { ValidationContext } from './model.js'

const LIMIT_MS = 30 * 60 * 1000

/** DANA's sandbox takes no order that stays payable for longer than 30 minutes; production does. */
export function atMost30MinutesAhead(field: string, value: string, { now, production }: ValidationContext): string | undefined {
  // A text that is no date compares as false.
  if (production || !(Date.parse(value) > now + LIMIT_MS)) return undefined
  return `${field} validation failed: ${field} date cannot be more than 30 minutes in the future`
}
