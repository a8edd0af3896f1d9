import type { Mutant } from './mutant.js'

const send = 'items/send-items'

/** Who may send what, and until when. */
export const CLAIMS_AND_LEASES: Mutant[] = [
  {
    name: 'a worker claims as much as it can',
    rule: 'A worker claims no more than the rail takes in a quarter of a lease',
    focus: 'calm',
    seed: 1,
    edits: [
      {
        file: send,
        find: 'Math.max(1, Math.min(MAX_CLAIM, Math.floor((rail.maxConcurrentCalls * leaseMs) / 4 / callMs)))',
        replace: 'MAX_CLAIM'
      }
    ]
  },
  {
    name: 'questions have places of their own at the bank',
    rule: 'No more calls of a worker are under way at once than the rail takes',
    focus: 'calm',
    seed: 4,
    edits: [
      {
        file: 'workers/create-worker',
        find: 'const checking = { ...asking, lanes: places.openLanes(),',
        replace: 'const checking = { ...asking, lanes: createCallPlaces(options.rails).openLanes(),'
      }
    ]
  },
  {
    name: 'leases are never renewed',
    rule: 'A worker renews while it works',
    focus: 'turns',
    seed: 8,
    edits: [{ file: send, find: 'void renewAll().catch(onError)', replace: 'void renewAll' }]
  },
  {
    name: 'a lease that is over is renewed',
    rule: 'Leases are renewed while it works; one that is over cannot be',
    mode: 'breaks_its_word',
    focus: 'sleepers',
    seed: 1,
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
    name: 'a call that never answers is waited for',
    rule: "A call has the rail's timeout, and no longer",
    focus: 'anything',
    seed: 10,
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
    rule: 'Each attempt has a number that record-outcomes checks (a fence); with it is taken out that another attempt is under way',
    mode: 'breaks_its_word',
    focus: 'sleepers',
    seed: 1,
    edits: [
      {
        file: 'items/decide-outcome',
        find: "if (report.source === 'status' && report.attempt !== item.attempt && outcome.kind !== 'paid') return {}",
        replace: ''
      },
      {
        file: 'items/decide-outcome',
        find: "if (report.attempt !== item.attempt || (item.status !== 'sending' && item.status !== 'unknown')) return decision",
        replace: ''
      },
      {
        file: 'items/decide-outcome',
        find: "return outcome === undefined || outcome === 'unknown'",
        replace: "return outcome === 'unknown'"
      }
    ]
  },
  {
    name: 'outcomes are written when a minute is over',
    rule: 'Outcomes are recorded every 50 ms or 500 items, not when the slowest call of a chunk is back',
    focus: 'calm',
    seed: 1,
    edits: [{ file: 'workers/create-worker', find: 'flushAfterMs: 50', replace: 'flushAfterMs: 60_000' }]
  },
  {
    name: 'an uncertain commit is taken for done',
    rule: 'If the commit of the claim is uncertain, nothing is sent',
    mode: 'books',
    focus: 'losses',
    seed: 3,
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
    mode: 'breaks_its_word',
    focus: 'leases',
    seed: 1,
    edits: [
      {
        file: 'items/recover-claims',
        find: 'UPDATE items SET due_at = arus_now()',
        replace: "UPDATE items SET due_at = arus_now(), status = CASE status WHEN 'sending' THEN 'ready' ELSE status END"
      }
    ]
  }
]
