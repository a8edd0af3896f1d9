import type { Decision } from './decide-outcome.js'
import type { ItemStatus } from './item-states.js'

/** What the bank said beside its rail, to a person or on its statement. It is about our reference as a whole, and its last word. */
export type BankWord = { kind: 'paid'; railReference: string } | { kind: 'not_paid'; reason: string }

/**
 * The bank's own word ends an item although attempts are unanswered. What the rail said of the attempts stays as it is:
 * this is not about one of them. If the word was wrong, the rail's next one is late truth like any other.
 */
export function decideByBankWord(status: ItemStatus, word: BankWord): Decision {
  switch (status) {
    case 'need_validation':
    case 'valid':
    case 'invalid':
      return word.kind === 'paid' ? { openCase: 'contradiction' } : {}
    case 'ready':
      // Nothing of it is at the bank, so "not paid" is no news: it will be sent.
      return word.kind === 'paid' ? { move: 'done' } : {}
    case 'sending':
    case 'accepted':
    case 'unknown':
      return { move: word.kind === 'paid' ? 'done' : 'failed' }
    case 'done':
      return word.kind === 'paid' ? {} : { move: 'failed', openCase: 'reversed_after_done' }
    case 'failed':
      return word.kind === 'paid' ? { move: 'done', openCase: 'paid_after_failed' } : {}
  }
}
