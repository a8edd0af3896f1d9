import type { Mutant } from './mutant.js'

const decide = 'items/decide-outcome'
const read = 'rails/remote-bank/read-bank-answer'

/** What is no answer, and what an answer says. */
export const NEVER_GUESS: Mutant[] = [
  {
    name: 'the bank is called inside a transaction',
    rule: 'Never call the network inside a transaction',
    focus: 'anything',
    seed: 1,
    edits: [
      {
        file: 'items/send-items',
        find: "const outcome = await callRail(rail, 'transfer', toTransfer(item), clock)",
        replace:
          "const connection = await pool.connect(); await connection.query('BEGIN'); const outcome = await callRail(rail, 'transfer', toTransfer(item), clock); await connection.query('COMMIT'); connection.release()"
      }
    ]
  },
  {
    name: 'no answer is taken for a failure',
    rule: 'Never guess: no answer is unknown',
    focus: 'anything',
    seed: 1,
    edits: [
      {
        file: decide,
        find: "return { attemptOutcome, move: 'unknown', notFound: 'forget', ...askAgain(item, report) }",
        replace: "return { attemptOutcome, move: 'failed' }"
      }
    ]
  },
  {
    name: 'the hold is given up when there is no answer',
    rule: 'The hold stays while nobody knows',
    focus: 'anything',
    seed: 1,
    edits: [
      {
        file: 'items/record-outcomes',
        find: "decision.move === 'done' || decision.move === 'failed' ? [{ ...item, to: decision.move }] : []",
        replace:
          "decision.move === 'done' || decision.move === 'failed' ? [{ ...item, to: decision.move }] : decision.move === 'unknown' ? [{ ...item, to: 'failed' }] : []"
      }
    ]
  },
  {
    name: 'the rail is asked by another reference',
    rule: 'The rail is asked by our reference',
    focus: 'anything',
    seed: 1,
    edits: [
      {
        file: 'items/check-items',
        find: "callRail(rail, 'status', item.id",
        replace: "callRail(rail, 'status', String(item.ordinal)"
      }
    ]
  },
  {
    name: 'the rail is asked every second',
    rule: 'The rail is asked on a growing delay',
    focus: 'silence',
    seed: 1,
    edits: [
      { file: decide, find: 'dueInMs: checkDelayMs(checkCount), checkCount', replace: 'dueInMs: checkDelayMs(0), checkCount' }
    ]
  },
  {
    name: 'nobody is called past the last check',
    rule: 'Past the last check a case is opened for a person',
    focus: 'silence',
    seed: 2,
    edits: [
      {
        file: decide,
        find: "return isPastLastCheck(checkCount) ? { ...next, openCase: 'unresolved' } : next",
        replace: 'return next'
      }
    ]
  },
  {
    name: 'accepted is taken for paid',
    rule: 'Accepted: it has it, wait',
    focus: 'anything',
    seed: 20,
    edits: [
      {
        file: decide,
        find: "attemptOutcome: { attempt: report.attempt, outcome: 'accepted' }, move: 'accepted',",
        replace: "attemptOutcome: { attempt: report.attempt, outcome: 'accepted' }, move: 'done',"
      }
    ]
  },
  {
    name: 'any 4xx is a rejection',
    rule: "Only a code listed in the rail's own table is rejected",
    focus: 'garbles',
    seed: 2,
    edits: [
      {
        file: read,
        find: "return { kind: 'unknown', reason: `an answer that is not",
        replace: "return { kind: status < 500 ? 'rejected' : 'unknown', code: String(status), reason: `an answer that is not"
      }
    ]
  },
  {
    name: 'any 4xx took nothing',
    rule: 'Nothing was taken only where the fault is ours or passing; any other 4xx (408 too) is unknown',
    mode: 'books',
    focus: 'garbles',
    seed: 1,
    edits: [{ file: read, find: '[401, 403, 425, 429].includes', replace: '[401, 403, 404, 408, 409, 422, 425, 429].includes' }]
  },
  {
    name: 'a 403 that no table names leaves open what the bank did',
    rule: "A 403 that the rail's table does not name is deferred: nothing was taken",
    mode: 'books',
    focus: 'calm',
    seed: 11,
    edits: [{ file: read, find: '[401, 403, 425, 429].includes', replace: '[401, 425, 429].includes' }]
  },
  {
    name: 'what was turned away is sent again before its time',
    rule: 'Deferred: not sent again before the rail asked for it',
    focus: 'calm',
    seed: 14,
    edits: [
      {
        file: decide,
        find: 'Math.max(outcome.retryAfterMs, deferredDelayMs(item.attempt))',
        replace: 'deferredDelayMs(item.attempt)'
      }
    ]
  },
  {
    name: 'a duplicate reference is a rejection',
    rule: 'A "duplicate reference" answer is unknown',
    mode: 'refuses',
    focus: 'repeats',
    seed: 106,
    edits: [
      {
        file: read,
        find: "'409 DUPLICATE_REFERENCE': () => ({ kind: 'unknown', reason: 'duplicate reference' })",
        replace: "'409 DUPLICATE_REFERENCE': () => ({ kind: 'rejected', code: 'DUPLICATE', reason: 'duplicate reference' })"
      }
    ]
  },
  {
    name: 'a rail that denies what it accepted is believed',
    rule: 'Never guess: a rail that contradicts itself is not sent to again, and a person is called',
    mode: 'breaks_its_word',
    focus: 'calm',
    seed: 5,
    edits: [
      {
        file: decide,
        find: "if (item.status === 'accepted') return { ...askAgain(item, report), openCase: 'contradiction' }",
        replace: ''
      }
    ]
  },
  {
    name: "another transfer's answer counts",
    rule: 'Never guess: an answer that is not about this transfer is unknown',
    focus: 'garbles',
    seed: 2,
    edits: [{ file: read, find: 'return fields.reference === reference', replace: 'return true' }]
  },
  {
    name: 'a rejection is final whatever else was sent',
    rule: 'Rejected is final only when no earlier attempt is unanswered',
    mode: 'breaks_its_word',
    focus: 'sleepers',
    seed: 48,
    edits: [
      {
        file: decide,
        find: 'if (hasOtherUnansweredAttempt(item, report.attempt) && !isAskedAfterAllAttempts(item, report, policy))',
        replace: 'if (false)'
      }
    ]
  }
]
