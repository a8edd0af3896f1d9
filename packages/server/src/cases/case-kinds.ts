/**
 * Every kind of case, with the sentence that says what the matter is and what to do. A new one does not compile until the
 * table of its resolutions has it too.
 */
export const CASE_REASONS = {
  unresolved: 'the bank gave no clear word on whether it paid this: find out there, and settle the case as paid or not_paid',
  contradiction: "the bank's answers about this don't agree with each other: find out there what became of the money",
  unrecordable:
    'an answer of the bank about this could not be recorded: find the fault in the log, and out at the bank what became of the money',
  paid_after_failed:
    'the bank paid this after it was failed; its amount is in suspense: get the money back, or let whoever submitted it pay for it',
  reversed_after_done:
    'the payment came back after it was done; its amount is in suspense: give it back, or pay the person by a new item',
  missing_here:
    "the bank's statement has this payment, or money of it that came back, and nothing here explains it: find out who made it",
  missing_there: "this is done, and the bank's statement of that time does not have it: ask the bank where the money is",
  amount_differs: "the bank's statement has this payment with another amount: find out at the bank what was paid",
  paid_twice: "the bank's statement has a second payment of this: ask the bank to return it"
} as const

export type CaseKind = keyof typeof CASE_REASONS

export const CASE_KINDS = Object.keys(CASE_REASONS) as CaseKind[]
