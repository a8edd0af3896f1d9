import { WebhookVerificationError } from '../errors.js'
import type { EventType, WebhookEvent } from '../generated/models.js'
import { isRecord } from '../shapes/is-record.js'
import { normaliseAmount } from '../signatures/normalise-amount.js'
import { EVENT_FIELDS, type FieldRule } from './event-fields.js'

/**
 * Reads a webhook's body and checks every field that its type promises. Says nothing about who sent it.
 *
 * @throws {WebhookVerificationError} `unparsable_body`, `unknown_event`, `missing_field` or `invalid_field`
 */
export function readEvent(text: string): WebhookEvent {
  const body = parseBody(text)
  if (typeof body.event !== 'string') throw new WebhookVerificationError('missing_field', 'the body has no event', 'event')
  const event = normaliseName(body.event)
  if (!Object.hasOwn(EVENT_FIELDS, event)) {
    throw new WebhookVerificationError('unknown_event', 'the event is none that this version knows', 'event')
  }
  if (!isRecord(body.data)) throw new WebhookVerificationError('missing_field', 'the body has no data', 'data')
  requireField('retry_count', body.retry_count, 'count')
  if (body.created_at !== undefined) requireField('created_at', body.created_at, 'text')
  for (const [name, rule] of Object.entries(EVENT_FIELDS[event as EventType])) requireField(`data.${name}`, body.data[name], rule)
  return { ...body, event } as unknown as WebhookEvent
}

/** The protocol's guide spells this one in two ways. */
function normaliseName(name: string): string {
  return name === 'disbursement.validation.completed' ? 'disbursement.validation_completed' : name
}

function parseBody(text: string): Record<string, unknown> {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    body = undefined
  }
  if (!isRecord(body)) throw new WebhookVerificationError('unparsable_body', 'the body is not a JSON object')
  return body
}

function requireField(field: string, value: unknown, rule: FieldRule): void {
  if (value === undefined || value === null) throw new WebhookVerificationError('missing_field', `${field} is missing`, field)
  if (!fits(value, rule)) throw new WebhookVerificationError('invalid_field', `${field} is not what it must be`, field)
}

function fits(value: unknown, rule: FieldRule): boolean {
  switch (rule) {
    case 'text':
      return typeof value === 'string'
    case 'count':
      return Number.isSafeInteger(value) && (value as number) >= 0
    case 'boolean':
      return typeof value === 'boolean'
    case 'amount':
      return normaliseAmount(value) !== undefined
    case 'entry':
      return isRecord(value) && typeof value.id === 'string' && typeof value.status === 'string'
    case 'entries':
      return Array.isArray(value) && value.every((entry) => fits(entry, 'entry'))
    case 'counts':
      return isRecord(value) && Object.values(value).every((count) => fits(count, 'count'))
    default:
      return rule.includes(value as string)
  }
}
