import type { FinishNotifyRequest } from '../generated/webhook-models.js'
import { FINISH_NOTIFY_REQUEST } from '../generated/webhook-tables.js'
import { fromJson } from '../models/from-json.js'
import type { Model } from '../models/model.js'
import { WebhookVerificationError } from './webhook-verification-error.js'

/**
 * Turns the text that was verified into a notification.
 *
 * @throws {WebhookVerificationError} `malformed_body` or `not_a_notification`. dana-node fills what is missing with '' and
 *   '0', so that a signed `{}` passes there for a payment
 */
export function parseNotification(text: string): FinishNotifyRequest {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // Node's own message would quote the body.
    throw new WebhookVerificationError('malformed_body', 'Failed to process request body: it is not JSON.')
  }
  const faults: string[] = []
  findFaults(FINISH_NOTIFY_REQUEST, json, '', true, faults)
  if (faults.length === 0) return fromJson(FINISH_NOTIFY_REQUEST, json) as FinishNotifyRequest
  const list = faults.map((path) => path || 'body').join(', ')
  const message = `The signed message is no finish-notify notification. Missing, or of the wrong type: ${list}.`
  throw new WebhookVerificationError('not_a_notification', message, faults[0] || undefined)
}

/**
 * Finds what would make the notification's type a lie. An optional text of another type is let through, as it is no reason
 * to leave a payment unbooked; an optional object that is none isn't, as code that follows the types would break on it.
 */
function findFaults(model: Model, json: unknown, path: string, isMandatory: boolean, faults: string[]): void {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    faults.push(path)
    return
  }
  for (const field of model.fields) {
    // The body's own keys only: no field may come from a prototype.
    const value = Object.hasOwn(json, field.wireName) ? (json as Record<string, unknown>)[field.wireName] : undefined
    const isNeeded = isMandatory && field.isMandatory
    const fieldPath = path ? `${path}.${field.wireName}` : field.wireName
    if (value === undefined || value === null) {
      if (isNeeded) faults.push(fieldPath)
    } else if (field.model === undefined) {
      if (isNeeded && typeof value !== 'string') faults.push(fieldPath)
    } else if (!field.isList) {
      findFaults(field.model, value, fieldPath, isNeeded, faults)
    } else if (Array.isArray(value)) {
      for (const element of value) findFaults(field.model, element, fieldPath, isNeeded, faults)
    } else {
      faults.push(fieldPath)
    }
  }
}
