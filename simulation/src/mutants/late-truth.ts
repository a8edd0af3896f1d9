import type { Mutant } from './mutant.js'

/** What comes when all was over, and what cannot be written. */
export const LATE_TRUTH: Mutant[] = [
  {
    name: 'what is paid after it failed is passed over',
    rule: 'Late truth opens a case and is booked: paid after failed',
    focus: 'anything',
    seed: 19,
    edits: [
      {
        file: 'items/decide-outcome',
        find: "return { attemptOutcome: { attempt: report.attempt, outcome: 'paid' }, move: 'done', openCase: 'paid_after_failed' }",
        replace: 'return {}'
      }
    ]
  },
  {
    name: 'a reversal is passed over',
    rule: 'Late truth opens a case and is booked: a reversal',
    focus: 'anything',
    seed: 7,
    edits: [
      { file: 'items/decide-outcome', find: "return { move: 'failed', openCase: 'reversed_after_done' }", replace: 'return {}' }
    ]
  },
  {
    name: 'late truth moves no money',
    rule: 'Late truth posts through a suspense account',
    focus: 'anything',
    seed: 7,
    edits: [{ file: 'items/correct-items', find: 'await postTransfer(connection, {', replace: 'void ({' }]
  },
  {
    name: 'nobody is told of a correction',
    rule: 'Late truth sends disbursement.item_corrected',
    focus: 'anything',
    seed: 7,
    edits: [{ file: 'items/correct-items', find: 'await writeEvent(connection, {', replace: 'void ({' }]
  },
  {
    name: 'late truth ends an item a second time',
    rule: "Late truth leaves the batch's status, its totals and its one completed event as they are",
    focus: 'anything',
    seed: 7,
    edits: [
      {
        file: 'items/record-outcomes',
        find: "const open = decided.filter(({ item }) => item.status !== 'done' && item.status !== 'failed')",
        replace: 'const open = decided'
      }
    ]
  },
  {
    name: 'what cannot be recorded takes its chunk with it',
    rule: 'An outcome that cannot be recorded is set aside alone, never with its chunk',
    focus: 'anything',
    seed: 1,
    edits: [{ file: 'workers/create-batch-recorder', find: 'else if (entries.length > 1) {', replace: 'else if (false) {' }]
  },
  {
    name: 'what was learnt while the database was away is set aside',
    rule: 'What was learnt is kept and offered again: it cannot be learnt a second time',
    focus: 'anything',
    seed: 1,
    edits: [{ file: 'workers/create-batch-recorder', find: 'if (isPassingFault(error)) {', replace: 'if (false) {' }]
  }
]
