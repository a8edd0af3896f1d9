import type { FaultRule } from '@arus/sandbox'

/** How a shop comes to a code of its own. */
export type NotificationAnswer = {
  when: string
  /** What goes wrong with the notification. */
  fault?: FaultRule
  /** What the shop is made to say; without it, it says what it thinks. */
  answer?: string
}

/** The codes of finishNotify are given by merchants: what leads a shop to each. */
export const NOTIFICATION_ANSWERS: Readonly<Record<string, NotificationAnswer>> = {
  '2005600': { when: 'the shop takes it' },
  '4005601': { when: 'the shop finds a field misformed', answer: '4005601' },
  '4005602': { when: 'the shop misses a field', answer: '4005602' },
  '4015600': {
    when: 'the signature is wrong, as a fault rule has it',
    fault: { kind: 'wrong_notification_signature', operation: 'finishNotify' }
  },
  '4015601': { when: 'the shop wants a token', answer: '4015601' },
  '4045601': { when: 'the shop knows no such order', answer: '4045601' },
  '5005600': { when: 'the shop fails', answer: '5005600' },
  '5005601': { when: 'the shop fails for the moment', answer: '5005601' }
}
