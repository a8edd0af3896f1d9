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
  const notification = fromJson(FINISH_NOTIFY_REQUEST, json)
  const faults: string[] = []
  findFaults(FINISH_NOTIFY_REQUEST, notification, '', true, faults)
  if (faults.length === 0) return notification as FinishNotifyRequest
  // Once each: a list of thousands may have the same fault in all of them.
  const list = [...new Set(faults)].map((path) => path.slice(1) || 'body').join(', ')
  const message = `The signed message is no finish-notify notification. Missing, or of the wrong type: ${list}.`
  throw new WebhookVerificationError('not_a_notification', message, faults[0]!.slice(1) || undefined)
}

/**
 * Finds what would make the notification's type a lie. An optional text of another type is let through, as it is no reason
 * to leave a payment unbooked; an optional object that is none isn't, as code that follows the types would break on it.
 *
 * @param value as `fromJson` made it: of an object's own fields, those that the model has
 * @param path with a dot before each part
 */
function findFaults(model: Model, value: unknown, path: string, isMandatory: boolean, faults: string[]): void {
  if (typeof value !== 'object' || value === null) {
    faults.push(path)
    return
  }
  for (const field of model.fields) {
    const isNeeded = isMandatory && field.isMandatory
    if (!isNeeded && field.model === undefined) continue
    const property = (value as Record<string, unknown>)[field.name]
    if (property === undefined || property === null) {
      if (isNeeded) faults.push(`${path}.${field.wireName}`)
    } else if (field.model === undefined) {
      if (typeof property !== 'string') faults.push(`${path}.${field.wireName}`)
    } else if (field.isList) {
      // What should be a list and is none is no object of the model either.
      for (const element of Array.isArray(property) ? property : [null]) {
        findFaults(field.model, element, `${path}.${field.wireName}`, isNeeded, faults)
      }
    } else {
      findFaults(field.model, property, `${path}.${field.wireName}`, isNeeded, faults)
    }
  }
}
