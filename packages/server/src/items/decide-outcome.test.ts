import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AttemptOutcome, decideOutcome, type ItemFacts, type RailPolicy, type Report } from './decide-outcome.js'
import { type ItemStatus, isAllowedItemMove } from './item-states.js'

const HORIZON_MS = 2_000
const BOOKS_REPEATS: RailPolicy = { notFoundHorizonMs: HORIZON_MS, refusesRepeatsForMs: undefined }
const REFUSES_REPEATS: RailPolicy = { notFoundHorizonMs: HORIZON_MS, refusesRepeatsForMs: 60_000 }

const PAID = { kind: 'paid', railReference: 'R1' } as const
const REJECTED = { kind: 'rejected', code: 'CLOSED', reason: 'account closed' } as const
const UNKNOWN = { kind: 'unknown', reason: 'no answer' } as const
const NOT_FOUND = { kind: 'not_found' } as const
const NOT_PAID = { kind: 'not_paid', reason: 'the branch says so' } as const

/** An item that was sent at 0 with a lease until 1,000, as it stands at `nowMs`. */
function sent(overrides: Partial<ItemFacts> = {}): ItemFacts {
  return {
    status: 'unknown',
    attempt: 1,
    checkCount: 0,
    notFoundAtMs: undefined,
    nowMs: 500,
    statusSetAtMs: 0,
    attempts: [{ attempt: 1, outcome: undefined, claimedAtMs: 0, sendUntilMs: 1_000 }],
    ...overrides
  }
}

const transfer = (outcome: Extract<Report, { source: 'transfer' }>['outcome'], attempt = 1): Report => ({
  source: 'transfer',
  attempt,
  outcome
})
type StatusReport = Extract<Report, { source: 'status' }>
const status = (outcome: StatusReport['outcome'], askedAtMs: number, attempt = 1): Report => ({
  source: 'status',
  attempt,
  outcome,
  askedAtMs
})

describe('the outcome of a transfer', () => {
  it('makes an item done when the rail has paid, whatever open state it is in', () => {
    for (const open of ['ready', 'sending', 'accepted', 'unknown'] as const) {
      expect(decideOutcome(sent({ status: open }), transfer(PAID), BOOKS_REPEATS).move).toBe('done')
    }
  })

  it('leaves an item unknown, not failed, when there was no answer', () => {
    expect(decideOutcome(sent({ status: 'sending' }), transfer(UNKNOWN), BOOKS_REPEATS)).toMatchObject({ move: 'unknown' })
  })

  it('makes an item failed when the rail refused its only attempt', () => {
    expect(decideOutcome(sent({ status: 'sending' }), transfer(REJECTED), BOOKS_REPEATS).move).toBe('failed')
  })

  it('asks instead of failing when the second attempt is refused and the first was never answered', () => {
    const item = sent({
      status: 'sending',
      attempt: 2,
      attempts: [
        { attempt: 1, outcome: 'unknown', claimedAtMs: 0, sendUntilMs: 1_000 },
        { attempt: 2, outcome: undefined, claimedAtMs: 5_000, sendUntilMs: 6_000 }
      ]
    })
    expect(decideOutcome(item, transfer(REJECTED, 2), REFUSES_REPEATS).move).toBe('unknown')
  })

  it('gives an item back to be sent when the call was never started', () => {
    expect(decideOutcome(sent({ status: 'sending' }), transfer({ kind: 'not_sent' }), BOOKS_REPEATS)).toMatchObject({
      move: 'ready',
      dueInMs: 0
    })
  })

  it('waits as long as the rail asks before a deferred item is sent again', () => {
    const deferred = transfer({ kind: 'deferred', reason: '429', retryAfterMs: 7_000 })
    expect(decideOutcome(sent({ status: 'sending' }), deferred, BOOKS_REPEATS)).toMatchObject({ move: 'ready', dueInMs: 7_000 })
  })

  it('corrects an item that was failed and is paid after all', () => {
    expect(decideOutcome(sent({ status: 'failed' }), transfer(PAID), BOOKS_REPEATS)).toMatchObject({
      move: 'done',
      openCase: 'paid_after_failed'
    })
  })

  it('calls a person when two attempts of one item both say paid', () => {
    const item = sent({
      status: 'done',
      attempt: 2,
      attempts: [
        { attempt: 1, outcome: 'not_found', claimedAtMs: 0, sendUntilMs: 1_000 },
        { attempt: 2, outcome: 'paid', claimedAtMs: 5_000, sendUntilMs: 6_000 }
      ]
    })
    expect(decideOutcome(item, transfer(PAID, 1), REFUSES_REPEATS).openCase).toBe('contradiction')
  })
})

describe('"not found"', () => {
  it('proves nothing while the call may still be on its way', () => {
    const decision = decideOutcome(sent({ nowMs: 900 }), status(NOT_FOUND, 900), REFUSES_REPEATS)
    expect(decision).toEqual({ dueInMs: 101 })
  })

  it('proves nothing while any attempt may still send, also one that outlasts the attempt which stands for a lost history', () => {
    const attempts: ItemFacts['attempts'] = [
      { attempt: 1, outcome: undefined, claimedAtMs: 0, sendUntilMs: 6_000 },
      { attempt: 1_001, outcome: 'unknown', claimedAtMs: 0, sendUntilMs: 1_000 }
    ]
    const item = sent({ attempt: 1_001, attempts, nowMs: 3_500, notFoundAtMs: 1_500 })
    expect(decideOutcome(item, status(NOT_FOUND, 3_500, 1_001), REFUSES_REPEATS)).toEqual({ dueInMs: 2_501 })
    const later = sent({ attempt: 1_001, attempts, nowMs: 6_500, notFoundAtMs: 1_500 })
    expect(decideOutcome(later, status(NOT_FOUND, 6_500, 1_001), REFUSES_REPEATS)).toMatchObject({ notFound: 'first' })
  })

  it('must be heard twice, the horizon apart, before the item is sent again', () => {
    expect(decideOutcome(sent({ nowMs: 1_500 }), status(NOT_FOUND, 1_500), REFUSES_REPEATS)).toEqual({
      notFound: 'first',
      dueInMs: HORIZON_MS
    })
    expect(decideOutcome(sent({ nowMs: 3_000, notFoundAtMs: 1_500 }), status(NOT_FOUND, 3_000), REFUSES_REPEATS)).toEqual({
      dueInMs: 500
    })
    expect(decideOutcome(sent({ nowMs: 3_500, notFoundAtMs: 1_500 }), status(NOT_FOUND, 3_500), REFUSES_REPEATS).move).toBe(
      'ready'
    )
  })

  it('never sends again over a rail that books repeats: a person is called', () => {
    const decision = decideOutcome(sent({ nowMs: 9_000, notFoundAtMs: 1_500 }), status(NOT_FOUND, 9_000), BOOKS_REPEATS)
    expect(decision.move).toBeUndefined()
    expect(decision.openCase).toBe('unresolved')
  })

  it('never sends again once the rail may have forgotten the reference', () => {
    const decision = decideOutcome(sent({ nowMs: 60_001, notFoundAtMs: 1_500 }), status(NOT_FOUND, 60_001), REFUSES_REPEATS)
    expect(decision.move).toBeUndefined()
    expect(decision.openCase).toBe('unresolved')
  })

  it('is a contradiction from a rail that had accepted the item', () => {
    expect(decideOutcome(sent({ status: 'accepted', nowMs: 9_000 }), status(NOT_FOUND, 9_000), REFUSES_REPEATS).openCase).toBe(
      'contradiction'
    )
  })
})

describe('asking', () => {
  it('takes an item whose worker vanished out of sending, and asks on', () => {
    expect(decideOutcome(sent({ status: 'sending', nowMs: 2_000 }), status(UNKNOWN, 2_000), BOOKS_REPEATS)).toMatchObject({
      move: 'unknown',
      checkCount: 1
    })
  })

  it('ignores an answer from before the current attempt, unless it says that money moved', () => {
    const item = sent({ status: 'sending', attempt: 2 })
    expect(decideOutcome(item, status(REJECTED, 2_000, 1), BOOKS_REPEATS)).toEqual({})
    expect(decideOutcome(item, status(PAID, 2_000, 1), BOOKS_REPEATS).move).toBe('done')
  })

  it('records a reversal of what was done as a correction', () => {
    const decision = decideOutcome(
      sent({ status: 'done' }),
      status({ kind: 'reversed', reason: 'returned' }, 2_000),
      BOOKS_REPEATS
    )
    expect(decision).toEqual({ move: 'failed', openCase: 'reversed_after_done' })
  })

  it('calls a person past the last check, and goes on asking', () => {
    const decision = decideOutcome(sent({ checkCount: 50 }), status(UNKNOWN, 500), BOOKS_REPEATS)
    expect(decision).toMatchObject({ openCase: 'unresolved', dueInMs: 8 * 60 * 60 * 1000 })
  })
})

describe('late and repeated answers', () => {
  it('one "not found" that is recorded twice is still one', () => {
    const first = sent({ nowMs: 1_500 })
    expect(decideOutcome(first, status(NOT_FOUND, 1_400), REFUSES_REPEATS).notFound).toBe('first')
    const later = sent({ nowMs: 9_000, notFoundAtMs: 1_500 })
    expect(decideOutcome(later, status(NOT_FOUND, 1_400), REFUSES_REPEATS).move).toBeUndefined()
  })

  it('a "not found" asked before the call can have ended proves nothing, however late it is recorded', () => {
    expect(decideOutcome(sent({ nowMs: 9_000 }), status(NOT_FOUND, 900), REFUSES_REPEATS)).toEqual({ dueInMs: 0 })
  })

  const pausedAndBack = {
    attempt: 2,
    attempts: [
      { attempt: 1, outcome: 'unknown' as const, claimedAtMs: 0, sendUntilMs: 1_000 },
      { attempt: 2, outcome: 'rejected' as const, claimedAtMs: 5_000, sendUntilMs: 6_000 }
    ]
  }

  it('the rail’s word about the reference ends an item whose first worker came back late, once nothing can be on its way', () => {
    const item = sent({ ...pausedAndBack, nowMs: 9_000 })
    expect(decideOutcome(item, status(REJECTED, 7_000, 2), REFUSES_REPEATS).move).toBe('unknown')
    expect(decideOutcome(item, status(REJECTED, 8_500, 2), REFUSES_REPEATS).move).toBe('failed')
  })

  it('an item that was lost once is not sent again when the rail may have forgotten it meanwhile', () => {
    const item = sent({
      status: 'sending',
      nowMs: 61_000,
      attempt: 2,
      attempts: [
        { attempt: 1, outcome: 'not_found', claimedAtMs: 0, sendUntilMs: 1_000 },
        { attempt: 2, outcome: undefined, claimedAtMs: 59_000, sendUntilMs: 70_000 }
      ]
    })
    const deferred = transfer({ kind: 'deferred', reason: 'down', retryAfterMs: 1 }, 2)
    expect(decideOutcome(item, deferred, REFUSES_REPEATS)).toMatchObject({ move: 'unknown', openCase: 'unresolved' })
    expect(decideOutcome({ ...item, nowMs: 59_500 }, deferred, REFUSES_REPEATS).move).toBe('ready')
    // Not yet forgotten, but it may be before this attempt could reach the rail.
    const tooLate = transfer({ kind: 'not_sent', isTooLate: true }, 2)
    expect(decideOutcome({ ...item, nowMs: 59_500 }, tooLate, REFUSES_REPEATS)).toMatchObject({
      attemptOutcome: { attempt: 2, outcome: 'not_sent' },
      move: 'unknown',
      openCase: 'unresolved'
    })
    expect(decideOutcome({ ...item, nowMs: 59_500 }, transfer({ kind: 'not_sent' }, 2), REFUSES_REPEATS).move).toBe('ready')
  })

  it('a refusal asked for before the item was done, or about an earlier attempt, undoes nothing', () => {
    const done = sent({ status: 'done', attempt: 2, statusSetAtMs: 5_000 })
    expect(decideOutcome(done, status(REJECTED, 4_000, 2), BOOKS_REPEATS)).toEqual({})
    expect(decideOutcome(done, status(REJECTED, 9_000, 1), BOOKS_REPEATS)).toEqual({})
    expect(decideOutcome(done, status(REJECTED, 9_000, 2), BOOKS_REPEATS).move).toBe('failed')
  })

  it('"paid", asked for before the item came to be failed, is put before a person instead of being booked', () => {
    const failed = sent({ status: 'failed', statusSetAtMs: 5_000 })
    expect(decideOutcome(failed, status(PAID, 4_000), BOOKS_REPEATS)).toEqual({ openCase: 'contradiction' })
    expect(decideOutcome(failed, status(PAID, 6_000), BOOKS_REPEATS).move).toBe('done')
  })

  it('a second attempt that was accepted after the first was paid is put before a person', () => {
    const done = sent({
      status: 'done',
      attempt: 2,
      attempts: [
        { attempt: 1, outcome: 'paid', claimedAtMs: 0, sendUntilMs: 1_000 },
        { attempt: 2, outcome: undefined, claimedAtMs: 5_000, sendUntilMs: 6_000 }
      ]
    })
    expect(decideOutcome(done, transfer({ kind: 'accepted', railReference: '' }, 2), REFUSES_REPEATS).openCase).toBe(
      'contradiction'
    )
  })

  it('a question that was never put counts for nothing', () => {
    expect(decideOutcome(sent({ checkCount: 3 }), status({ kind: 'not_sent' }, 600), BOOKS_REPEATS)).toEqual({ dueInMs: 0 })
  })
})

const outcomeOfAttempt = fc.constantFrom<(AttemptOutcome | undefined)[]>(
  undefined,
  'paid',
  'accepted',
  'rejected',
  'unknown',
  'deferred',
  'not_sent',
  'not_found'
)

const facts: fc.Arbitrary<ItemFacts> = fc
  .record({
    status: fc.constantFrom<ItemStatus[]>('ready', 'sending', 'accepted', 'unknown', 'done', 'failed'),
    outcomes: fc.array(outcomeOfAttempt, { minLength: 1, maxLength: 3 }),
    checkCount: fc.nat(20),
    notFoundAtMs: fc.option(fc.nat(20_000), { nil: undefined }),
    nowMs: fc.nat(100_000),
    statusSetAtMs: fc.nat(100_000)
  })
  .map(({ outcomes, ...rest }) => ({
    ...rest,
    attempt: outcomes.length,
    attempts: outcomes.map((outcome, index) => ({
      attempt: index + 1,
      outcome,
      claimedAtMs: index * 5_000,
      sendUntilMs: index * 5_000 + 1_000
    }))
  }))

/** What a person or a statement says. It is about no attempt. */
const bankWord = fc.record({
  source: fc.constantFrom('person' as const, 'statement' as const),
  attempt: fc.constant(0),
  outcome: fc.constantFrom(PAID, NOT_PAID)
})

const anyReport = (item: ItemFacts): fc.Arbitrary<Report> =>
  fc.oneof(
    fc.record({
      source: fc.constant('transfer' as const),
      attempt: fc.integer({ min: 1, max: item.attempt }),
      outcome: fc.constantFrom(
        PAID,
        REJECTED,
        UNKNOWN,
        { kind: 'accepted', railReference: '' } as const,
        { kind: 'deferred', reason: '', retryAfterMs: 1 } as const,
        {
          kind: 'not_sent'
        } as const
      )
    }),
    fc.record({
      source: fc.constant('status' as const),
      attempt: fc.integer({ min: 1, max: item.attempt }),
      askedAtMs: fc.nat(100_000),
      outcome: fc.constantFrom(
        PAID,
        REJECTED,
        UNKNOWN,
        NOT_FOUND,
        { kind: 'accepted', railReference: '' } as const,
        { kind: 'reversed', reason: '' } as const
      )
    }),
    bankWord
  )

const situation = facts.chain((item) =>
  fc.record({ item: fc.constant(item), report: anyReport(item), policy: fc.constantFrom(BOOKS_REPEATS, REFUSES_REPEATS) })
)

const isDoubtful = (outcome: AttemptOutcome | undefined) =>
  outcome === undefined || outcome === 'unknown' || outcome === 'accepted'

describe('whatever is reported in whatever state', () => {
  it('only moves that the table allows are made', () => {
    fc.assert(
      fc.property(situation, ({ item, report, policy }) => {
        const { move } = decideOutcome(item, report, policy)
        expect(move === undefined || move === item.status || isAllowedItemMove(item.status, move)).toBe(true)
      }),
      { numRuns: 2_000 }
    )
  })

  it('no item fails or is sent again while another attempt of it may have paid', () => {
    fc.assert(
      fc.property(situation, ({ item, report, policy }) => {
        const decision = decideOutcome(item, report, policy)
        if (item.status === 'done' || (decision.move !== 'failed' && decision.move !== 'ready')) return
        // The bank's own word, past its rail: that it ends an item in spite of unanswered attempts is what it is for.
        if (report.outcome.kind === 'not_paid') {
          expect(decision).toEqual({ move: 'failed' })
          return
        }
        const after = item.attempts.map(({ attempt, outcome }) =>
          decision.attemptOutcome?.attempt === attempt ? decision.attemptOutcome.outcome : outcome
        )
        const isAboutAll = report.source === 'status' && report.outcome.kind !== 'not_found' && decision.move === 'failed'
        const lastMs = Math.max(...item.attempts.map(({ sendUntilMs }) => sendUntilMs))
        if (isAboutAll && report.askedAtMs > lastMs + HORIZON_MS) return
        const others = decision.attemptOutcome?.outcome === 'not_found' ? after.slice(-1) : after
        expect(others.some(isDoubtful)).toBe(false)
      }),
      { numRuns: 5_000 }
    )
  })

  it('nothing but a first-hand "nothing was taken", or two "not found" from a rail that refuses repeats, sends an item again', () => {
    fc.assert(
      fc.property(situation, ({ item, report, policy }) => {
        const { move } = decideOutcome(item, report, policy)
        if (move !== 'ready') return
        const firstHand =
          report.source === 'transfer' && (report.outcome.kind === 'deferred' || report.outcome.kind === 'not_sent')
        const askedTwice =
          report.source === 'status' && report.outcome.kind === 'not_found' && policy.refusesRepeatsForMs !== undefined
        expect(firstHand || askedTwice).toBe(true)
      }),
      { numRuns: 5_000 }
    )
  })
})

describe("the bank's own word, from a person or a statement", () => {
  const word = (outcome: typeof PAID | typeof NOT_PAID): Report => ({ source: 'person', attempt: 0, outcome })
  const isHeldByWorker = ({ status, attempts, nowMs }: ItemFacts) => status === 'sending' && attempts.at(-1)!.sendUntilMs > nowMs

  it('changes nothing of an item whose worker may still start its call, and is taken when it no longer may', () => {
    for (const outcome of [PAID, NOT_PAID]) {
      for (const source of ['person', 'statement'] as const) {
        const report: Report = { source, attempt: 0, outcome }
        const earlier = { attempt: 1, outcome: 'not_found' as const, claimedAtMs: 0, sendUntilMs: 100 }
        const current = { attempt: 2, outcome: undefined, claimedAtMs: 5_000, sendUntilMs: 6_000 }
        const item = sent({ status: 'sending', attempt: 2, attempts: [earlier, current], nowMs: 5_999 })
        expect(decideOutcome(item, report, BOOKS_REPEATS)).toEqual({})
        expect(decideOutcome({ ...item, nowMs: 6_000 }, report, BOOKS_REPEATS).move).toBe(outcome === PAID ? 'done' : 'failed')
      }
    }
  })

  it('ends every item that may be at the bank as it says, whatever is unanswered, and says nothing of single attempts', () => {
    fc.assert(
      fc.property(facts, bankWord, fc.constantFrom(BOOKS_REPEATS, REFUSES_REPEATS), (item, report, policy) => {
        fc.pre(!isHeldByWorker(item))
        const decision = decideOutcome(item, report, policy)
        expect(decision.attemptOutcome).toBeUndefined()
        const end = report.outcome.kind === 'paid' ? 'done' : 'failed'
        if (item.status === 'ready' && end === 'failed') expect(decision).toEqual({})
        else if (item.status === end) expect(decision).toEqual({})
        else expect(decision.move).toBe(end)
        const isFinal = item.status === 'done' || item.status === 'failed'
        const isCorrected = isFinal && item.status !== end
        expect(decision.openCase).toBe(isCorrected ? (end === 'done' ? 'paid_after_failed' : 'reversed_after_done') : undefined)
      }),
      { numRuns: 2_000 }
    )
  })

  it('never makes an item that was never sent final: what was paid without us is put before a person', () => {
    for (const status of ['need_validation', 'valid', 'invalid'] as const) {
      expect(decideOutcome(sent({ status }), word(PAID), BOOKS_REPEATS)).toEqual({ openCase: 'contradiction' })
      expect(decideOutcome(sent({ status }), word(NOT_PAID), BOOKS_REPEATS)).toEqual({})
    }
  })

  it('leaves the way open for late truth: the rail that says otherwise afterwards is booked as a correction', () => {
    fc.assert(
      fc.property(facts, (item) => {
        if (item.status === 'done' || item.status === 'failed' || item.status === 'ready' || isHeldByWorker(item)) return
        const said = (outcome: typeof PAID | typeof NOT_PAID) => {
          const { move } = decideOutcome(item, word(outcome), BOOKS_REPEATS)
          return { ...item, status: move!, statusSetAtMs: item.nowMs, nowMs: item.nowMs + 1_000 }
        }
        const failed = said(NOT_PAID)
        expect(decideOutcome(failed, transfer(PAID, item.attempt), BOOKS_REPEATS)).toMatchObject({
          move: 'done',
          openCase: 'paid_after_failed'
        })
        const done = said(PAID)
        expect(
          decideOutcome(done, status({ kind: 'reversed', reason: '' }, done.nowMs, item.attempt), BOOKS_REPEATS)
        ).toMatchObject({
          move: 'failed',
          openCase: 'reversed_after_done'
        })
        // The same news a second time, from the rail, is no contradiction.
        const another = item.attempts.some(
          ({ attempt, outcome }) => attempt !== item.attempt && (outcome === 'paid' || outcome === 'accepted')
        )
        if (!another) expect(decideOutcome(done, transfer(PAID, item.attempt), BOOKS_REPEATS).openCase).toBeUndefined()
      }),
      { numRuns: 2_000 }
    )
  })
})
