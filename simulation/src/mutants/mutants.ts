import type { BankMode } from '../parties/simulated-bank.js'
import type { Focus } from '../run/draw-settings.js'

/** A defence, taken out of a copy of the server. */
export type Mutant = {
  name: string
  /** The rule that it defends, in the words of the design. */
  rule: string
  edits: Edit[]
  /** The bank at which its loss shows soonest. */
  mode?: BankMode
  focus?: Focus
  /** A seed that found it; where it finds it no more, others are tried. */
  seed?: number
  /** Why no seed can see it, where another defence stands before it. */
  hiddenBy?: string
}

/** `file` is a module of the server without its ending, or a migration. Spaces and line breaks in `find` stand for any. */
export type Edit = { file: string; find: string; replace: string }

const decide = 'items/decide-outcome'
const send = 'items/send-items'
const read = 'rails/remote-bank/read-bank-answer'

export const MUTANTS: Mutant[] = [
  {
    name: 'no answer is taken for a failure',
    rule: 'Never guess: no answer is unknown',
    seed: 3,
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
    seed: 2,
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
    name: 'any 4xx is a rejection',
    rule: "Only a code listed in the rail's own table is rejected",
    seed: 6,
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
    seed: 12,
    edits: [{ file: read, find: '[401, 403, 425, 429].includes', replace: '[401, 403, 404, 408, 409, 422, 425, 429].includes' }]
  },
  {
    name: 'a duplicate reference is a rejection',
    rule: 'A "duplicate reference" answer is unknown',
    mode: 'refuses',
    focus: 'repeats',
    seed: 11,
    edits: [
      {
        file: read,
        find: "'409 DUPLICATE_REFERENCE': () => ({ kind: 'unknown', reason: 'duplicate reference' })",
        replace: "'409 DUPLICATE_REFERENCE': () => ({ kind: 'rejected', code: 'DUPLICATE', reason: 'duplicate reference' })"
      }
    ]
  },
  {
    name: "another transfer's answer counts",
    rule: 'Never guess: an answer that is not about this transfer is unknown',
    seed: 22,
    edits: [{ file: read, find: 'return fields.reference === reference', replace: 'return true' }]
  },
  {
    name: 'a rejection is final whatever else was sent',
    rule: 'Rejected is final only when no earlier attempt is unanswered',
    mode: 'breaks_its_word',
    focus: 'repeats',
    edits: [
      {
        file: decide,
        find: 'if (hasOtherUnansweredAttempt(item, report.attempt) && !isAskedAfterAllAttempts(item, report, policy))',
        replace: 'if (false)'
      }
    ]
  },
  {
    name: 'a call is started however little is left of the lease',
    rule: "No call is started unless the lease ends later than the call's timeout",
    mode: 'breaks_its_word',
    focus: 'leases',
    seed: 5,
    edits: [{ file: send, find: 'return leftMs > rail.timeoutMs + LEASE_MARGIN_MS', replace: 'return true' }]
  },
  {
    name: 'a suspended machine does not see that its lease is over',
    rule: 'The lease counts by the wall clock too: the monotonic one stands still while a machine is suspended',
    mode: 'breaks_its_word',
    focus: 'leases',
    seed: 5,
    edits: [
      {
        file: send,
        find: 'Math.min(claim.leaseEndsMs - clock.elapsedMs(), claim.leaseEndsAtMs - clock.nowMs())',
        replace: '(claim.leaseEndsMs - clock.elapsedMs())'
      }
    ]
  },
  {
    name: 'a lease that is over is renewed',
    rule: 'Leases are renewed while it works; one that is over cannot be',
    mode: 'breaks_its_word',
    focus: 'repeats',
    edits: [
      { file: 'items/claim-range', find: 'AND worker_id = $4 AND lease_until > arus_now()', replace: 'AND worker_id = $4' },
      {
        file: 'items/claim-items',
        find: 'AND attempt = mine.attempt AND send_until > arus_now()',
        replace: 'AND attempt = mine.attempt'
      },
      { file: send, find: 'if (!held.has(ordinal)) claim.items.delete(ordinal)', replace: 'void held' }
    ]
  },
  {
    name: 'a call that never answers is waited for',
    rule: "A call has the rail's timeout, and no longer",
    seed: 14,
    edits: [
      {
        file: 'rails/call-rail',
        find: 'cancelTimer = clock.setTimer(rail.timeoutMs, () => resolve(TIMED_OUT))',
        replace: 'void resolve'
      }
    ]
  },
  {
    name: 'an answer about an earlier attempt decides about this one',
    rule: 'Each attempt has a number that record-outcomes checks (a fence)',
    mode: 'breaks_its_word',
    focus: 'repeats',
    seed: 46,
    edits: [
      {
        file: decide,
        find: "if (report.source === 'status' && report.attempt !== item.attempt && outcome.kind !== 'paid') return {}",
        replace: ''
      },
      {
        file: decide,
        find: "if (report.attempt !== item.attempt || (item.status !== 'sending' && item.status !== 'unknown')) return decision",
        replace: ''
      },
      { file: decide, find: "return outcome === undefined || outcome === 'unknown'", replace: "return outcome === 'unknown'" }
    ]
  },
  {
    name: 'an uncertain commit is taken for done',
    rule: 'If the commit of the claim is uncertain, nothing is sent',
    mode: 'books',
    seed: 14,
    edits: [
      {
        file: 'database/with-transaction',
        find: "await connection.query('COMMIT')",
        replace: "await connection.query('COMMIT').catch(() => {})"
      }
    ]
  },
  {
    name: 'items of a worker that is gone are sent again unasked',
    rule: 'An item found in sending after its lease is asked about, never sent again from there',
    mode: 'books',
    focus: 'leases',
    seed: 4,
    edits: [
      {
        file: 'items/recover-claims',
        find: 'UPDATE items SET due_at = arus_now()',
        replace: "UPDATE items SET due_at = arus_now(), status = CASE status WHEN 'sending' THEN 'ready' ELSE status END"
      }
    ]
  },
  {
    name: 'one "not found" is enough',
    rule: 'Sending again needs two "not found"',
    mode: 'breaks_its_word',
    focus: 'not-found',
    seed: 1,
    edits: [
      {
        file: decide,
        find: 'if (item.notFoundAtMs === undefined || item.notFoundAtMs <= current.sendUntilMs) {',
        replace: 'if (false) {'
      },
      { file: decide, find: 'if (report.askedAtMs - item.notFoundAtMs < policy.notFoundHorizonMs) {', replace: 'if (false) {' }
    ]
  },
  {
    name: 'two "not found" in a row are enough, however close',
    rule: "The two are the rail's horizon apart",
    mode: 'breaks_its_word',
    focus: 'not-found',
    seed: 1,
    edits: [
      { file: decide, find: 'if (report.askedAtMs - item.notFoundAtMs < policy.notFoundHorizonMs) {', replace: 'if (false) {' },
      { file: decide, find: "notFound: 'first', dueInMs: policy.notFoundHorizonMs }", replace: "notFound: 'first', dueInMs: 1 }" }
    ]
  },
  {
    name: '"not found" counts while the call may still be on its way',
    rule: 'The horizon is counted from the last instant at which the last attempt could have sent',
    mode: 'breaks_its_word',
    focus: 'leases',
    seed: 2,
    edits: [
      { file: decide, find: 'if (report.askedAtMs <= current.sendUntilMs) {', replace: 'if (false) {' },
      { file: decide, find: '|| item.notFoundAtMs <= current.sendUntilMs', replace: '' },
      {
        file: 'items/recover-claims',
        find: 'WHERE lease_until <= arus_now()',
        replace: "WHERE lease_until <= arus_now() + interval '1 day'"
      }
    ]
  },
  {
    name: 'a rail that promises nothing is sent to again',
    rule: 'To a rail that declares no refusal of repeats nothing is sent again without a person',
    mode: 'books',
    focus: 'leases',
    seed: 1,
    edits: [
      {
        file: decide,
        find: 'if (policy.refusesRepeatsForMs === undefined) return false',
        replace: 'if (policy.refusesRepeatsForMs === undefined) return true'
      }
    ]
  },
  {
    name: 'a rail is trusted with repeats for ever',
    rule: 'Each rail declares for how long it refuses a repeated reference',
    mode: 'refuses',
    focus: 'repeats',
    seed: 22,
    edits: [
      { file: decide, find: 'return item.nowMs - firstMs < policy.refusesRepeatsForMs', replace: 'return true' },
      {
        file: send,
        find: 'return rail.refusesRepeatsForMs === undefined || item.sinceLostMs + sinceMs > rail.refusesRepeatsForMs',
        replace: 'return false'
      }
    ]
  },
  {
    name: 'what is paid after it failed is passed over',
    rule: 'Late truth opens a case and is booked: paid after failed',
    seed: 19,
    edits: [
      {
        file: decide,
        find: "return { attemptOutcome: { attempt: report.attempt, outcome: 'paid' }, move: 'done', openCase: 'paid_after_failed' }",
        replace: 'return {}'
      }
    ]
  },
  {
    name: 'a reversal is passed over',
    rule: 'Late truth opens a case and is booked: a reversal',
    seed: 7,
    edits: [{ file: decide, find: "return { move: 'failed', openCase: 'reversed_after_done' }", replace: 'return {}' }]
  },
  {
    name: 'what cannot be recorded takes its chunk with it',
    rule: 'An outcome that cannot be recorded is set aside alone, never with its chunk',
    seed: 22,
    edits: [{ file: 'workers/create-batch-recorder', find: 'else if (entries.length > 1) {', replace: 'else if (false) {' }]
  },
  {
    name: 'what was learnt while the database was away is set aside',
    rule: 'What was learnt is kept and offered again: it cannot be learnt a second time',
    seed: 14,
    edits: [{ file: 'workers/create-batch-recorder', find: 'if (isPassingFault(error)) {', replace: 'if (false) {' }]
  },
  {
    name: 'a batch is not locked',
    rule: 'Locks are taken in one order: batch first',
    seed: 21,
    edits: [
      {
        file: 'batches/read-batch',
        find: "AND id = $3 AND status <> 'deleted' FOR UPDATE",
        replace: "AND id = $3 AND status <> 'deleted'"
      }
    ]
  },
  {
    name: 'items are locked in the order of their coming',
    rule: 'Locks are taken in one order: items by their ordinals',
    hiddenBy: 'whoever writes outcomes has locked the batch, and no statement is interrupted here',
    edits: [{ file: 'items/lock-items', find: 'ORDER BY ordinal FOR UPDATE', replace: 'ORDER BY ordinal DESC FOR UPDATE' }]
  },
  {
    name: 'accounts are locked before the batch',
    rule: 'Locks are taken in one order: accounts last',
    focus: 'callbacks',
    edits: [
      {
        file: 'items/record-outcomes',
        find: 'const batch = await lockBatch(connection, scope, batchId)',
        replace:
          "if (reports[0]?.source === 'status') await connection.query('SELECT FROM ledger_accounts WHERE merchant_id = $1 ORDER BY kind FOR UPDATE', [merchantId]); const batch = await lockBatch(connection, scope, batchId)"
      }
    ]
  },
  {
    name: 'validated items are counted whether or not they changed',
    rule: 'Counters change by the rows that a guarded UPDATE returned',
    focus: 'validation',
    seed: 2,
    edits: [
      {
        file: 'batches/record-inquiries',
        find: "WHERE item.ctid = found.row_id AND item.status = 'need_validation' RETURNING",
        replace: 'WHERE item.ctid = found.row_id RETURNING'
      }
    ]
  },
  {
    name: 'a batch tells a thing as often as it happens',
    rule: 'A unique index allows one event of a kind per batch',
    seed: 1,
    edits: [
      {
        file: 'migrations/0006_webhooks.sql',
        find: 'CREATE UNIQUE INDEX events_once_per_batch',
        replace: 'CREATE INDEX events_once_per_batch'
      },
      {
        file: 'items/tell-when-settling',
        find: "SELECT EXISTS (SELECT 1 FROM events WHERE merchant_id = $1 AND batch_id = $2 AND type = 'disbursement.settling') OR EXISTS",
        replace: 'SELECT EXISTS'
      }
    ]
  },
  {
    name: 'nothing is tried again',
    rule: 'Serialization failures and deadlocks retry the database step',
    seed: 6,
    edits: [{ file: 'database/with-transaction', find: '!wasUndoneByTheDatabase(error)', replace: 'true' }]
  },
  {
    name: 'a batch is approved again',
    rule: 'State is checked under lock',
    seed: 1,
    edits: [
      { file: 'batches/approve-batch', find: "if (batch.status !== 'need_approval')", replace: 'if (false)' },
      { file: 'batches/start-payout', find: "AND status = 'need_approval'`", replace: '`' }
    ]
  },
  {
    name: 'the first batch is always served first',
    rule: 'Fairness: first the open batch least recently served',
    seed: 24,
    edits: [
      {
        file: 'batches/pick-batch',
        find: 'ORDER BY merchant_served_at, last_served_at, merchant_id, id',
        replace: 'ORDER BY merchant_id, id'
      }
    ]
  },
  {
    name: "a statement asks the machine's own clock",
    rule: 'Time comes to SQL from one function',
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
