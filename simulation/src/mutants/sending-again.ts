import type { Mutant } from './mutant.js'

const decide = 'items/decide-outcome'

/** When an item may be sent a second time. */
export const SENDING_AGAIN: Mutant[] = [
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
    seed: 27,
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
    focus: 'repeats',
    seed: 1,
    edits: [
      {
        file: decide,
        find: 'if (policy.refusesRepeatsForMs === undefined) return false',
        replace: 'if (policy.refusesRepeatsForMs === undefined) return true'
      },
      { file: 'items/send-items', find: 'return rail.refusesRepeatsForMs === undefined ||', replace: 'return' }
    ]
  },
  {
    name: 'a rail is trusted with repeats for ever',
    rule: 'Each rail declares for how long it refuses a repeated reference',
    mode: 'refuses',
    focus: 'repeats',
    seed: 1,
    edits: [
      { file: decide, find: 'return item.nowMs - firstMs < policy.refusesRepeatsForMs', replace: 'return true' },
      {
        file: 'items/send-items',
        find: 'return rail.refusesRepeatsForMs === undefined || item.sinceLostMs + sinceMs > rail.refusesRepeatsForMs',
        replace: 'return false'
      }
    ]
  }
]
