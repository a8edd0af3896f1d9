/** Every event that a merchant can be told of. The first three are the protocol's, the others are ours. */
export const EVENT_TYPES = [
  'disbursement.validation_completed',
  'disbursement.completed',
  'account_validation.completed',
  'disbursement.approval_blocked',
  'disbursement.settling',
  'disbursement.item_corrected',
  'disbursement.case_opened'
] as const

export type EventType = (typeof EVENT_TYPES)[number]

/** Says whether a text that came from outside is one of ours. */
export function isEventType(text: unknown): text is EventType {
  return (EVENT_TYPES as readonly unknown[]).includes(text)
}
