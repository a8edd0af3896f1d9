import type { EventType } from './event-types.js'

/** Why a batch could not be approved: what it would take, and what there was. */
export type ApprovalBlockedDetail = { requiredAmountSen: bigint; availableAmountSen: bigint }

/** How many items of the batch were still open at that moment, by status. Statuses with none may be left out. */
export type SettlingDetail = { openItems: Partial<Record<'ready' | 'sending' | 'accepted' | 'unknown', number>> }

/** An item that late truth moved from one final status to the other. */
export type ItemCorrectedDetail = {
  itemId: string
  fromStatus: 'done' | 'failed'
  toStatus: 'done' | 'failed'
  amountSen: bigint
}

type DetailByType = {
  'disbursement.approval_blocked': ApprovalBlockedDetail
  'disbursement.settling': SettlingDetail & { /** Added when the event is written. */ doneItems: number }
  'disbursement.item_corrected': ItemCorrectedDetail
}

/**
 * What an event keeps beside the rows it is about: only what those rows no longer say later. Amounts are stored as text
 * of sen, since a number in JSON would round them.
 */
export type EventDetail<Type extends EventType> = Type extends keyof DetailByType ? DetailByType[Type] : undefined

/** Turns a detail into the text of its `jsonb` column. */
export function writeDetail(detail: object | undefined): string {
  return JSON.stringify(detail ?? {}, (_name, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
}

/** Reads a stored detail: the fields whose name ends in `Sen` become amounts again. */
export function readDetail<Type extends EventType>(_type: Type, stored: Record<string, unknown>): EventDetail<Type> {
  const read = Object.entries(stored).map(([name, value]) => [name, name.endsWith('Sen') ? BigInt(value as string) : value])
  return Object.fromEntries(read) as EventDetail<Type>
}
