import type { Mutant } from './mutant.js'

/** Whose turn it is, and what time. */
export const TURNS_AND_TIME: Mutant[] = [
  {
    name: 'the first batch is always served first',
    rule: 'Fairness: first the open batch least recently served, per merchant and then per batch',
    focus: 'turns',
    seed: 1,
    edits: [
      {
        file: 'batches/pick-batch',
        find: 'ORDER BY merchant_served_at, last_served_at, merchant_id, id',
        replace: 'ORDER BY merchant_id, id'
      }
    ]
  },
  {
    name: 'workers look for work only when they are woken',
    rule: 'Polling lies beneath NOTIFY',
    focus: 'anything',
    seed: 1,
    edits: [{ file: 'workers/run-loop', find: 'await wait(idleMs)', replace: 'await wait(1e12)' }]
  },
  {
    name: "a statement asks the machine's own clock",
    rule: 'Time comes to SQL from one function',
    focus: 'anything',
    seed: 1,
    edits: [
      {
        file: 'items/claim-items',
        find: 'AND queued_as = wanted.status AND due_at <= arus_now()',
        replace: 'AND queued_as = wanted.status AND due_at <= now()'
      }
    ]
  },
  {
    name: 'a redirect acknowledges a webhook',
    rule: '200 to 299 is an acknowledgement; redirects are failures',
    focus: 'anything',
    seed: 7,
    edits: [
      {
        file: 'webhooks/create-webhook-sender',
        find: 'if (statusCode >= 200 && statusCode < 300)',
        replace: 'if (statusCode >= 200 && statusCode < 400)'
      }
    ]
  }
]
