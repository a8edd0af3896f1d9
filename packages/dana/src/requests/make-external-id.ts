/**
 * A new X-EXTERNAL-ID, or reqMsgId of the Open API: `sdk` and the last 33 characters of a version 4 UUID, 36 in all, which
 * is the most that SNAP allows. DANA wants it unique within a day.
 */
export function makeExternalId(): string {
  return `sdk${globalThis.crypto.randomUUID().slice(3)}`
}
