import { type Clock, SYSTEM_CLOCK } from '../time/clock.js'
import type { InquiryOutcome, Rail, RailAccount, RailCall, RailTransfer, StatusOutcome, TransferOutcome } from './rail.js'
import { readOutcome } from './read-outcome.js'

/** What each function of a rail is asked, and what it answers. */
export type RailCalls = {
  inquire: { subject: RailAccount; outcome: InquiryOutcome }
  transfer: { subject: RailTransfer; outcome: TransferOutcome }
  status: { subject: string; outcome: StatusOutcome }
}

/**
 * Calls a rail, and always comes back with an outcome: what the rail throws, answers too late or answers in a shape
 * that isn't its contract's is `unknown`, since the money may have moved. The reason is in our own words; a rail's
 * error message could hold a key or an account number, so it goes no further.
 *
 * @example
 * const outcome = await callRail(rail, 'transfer', { reference: 'dis_item_…', … })
 */
export async function callRail<Call extends keyof RailCalls>(
  rail: Rail,
  call: Call,
  subject: RailCalls[Call]['subject'],
  clock: Clock = SYSTEM_CLOCK
): Promise<RailCalls[Call]['outcome']> {
  const startedMs = clock.elapsedMs()
  const outcome = await askInTime(rail, call, subject, clock)
  rail.observe?.({ rail: rail.name, call, outcome: outcome.kind, durationSeconds: (clock.elapsedMs() - startedMs) / 1000 })
  return outcome
}

async function askInTime<Call extends keyof RailCalls>(
  rail: Rail,
  call: Call,
  subject: RailCalls[Call]['subject'],
  clock: Clock
): Promise<RailCalls[Call]['outcome']> {
  let cancelTimer = () => {}
  const timeout = new Promise<typeof TIMED_OUT>((resolve) => {
    cancelTimer = clock.setTimer(rail.timeoutMs, () => resolve(TIMED_OUT))
  })
  const givenUp = createGivenUp()
  try {
    // The rail's promise stays in the race after it is lost: a failure that comes too late is nobody's unhandled rejection.
    const answer = await Promise.race([ask(rail, call, subject, givenUp), timeout])
    if (answer !== TIMED_OUT) return readOutcome(call, answer)
    givenUp.abort()
    return { kind: 'unknown', reason: `no answer within ${rail.timeoutMs} ms` }
  } catch (error) {
    return { kind: 'unknown', reason: describeFailure(error) }
  } finally {
    cancelTimer()
  }
}

const TIMED_OUT = Symbol('timed out')

/** An AbortController that is made when somebody wants its signal. */
function createGivenUp(): RailCall & { abort(): void } {
  let controller: AbortController | undefined
  let isAborted = false
  return {
    get signal() {
      controller ??= new AbortController()
      if (isAborted) controller.abort()
      return controller.signal
    },
    abort() {
      isAborted = true
      controller?.abort()
    }
  }
}

/** Asynchronous, so that a rail that throws before it returns a promise fails like any other. */
async function ask<Call extends keyof RailCalls>(
  rail: Rail,
  call: Call,
  subject: RailCalls[Call]['subject'],
  given: RailCall
): Promise<unknown> {
  const askRail = rail[call] as (subject: RailCalls[Call]['subject'], given: RailCall) => Promise<unknown>
  return askRail.call(rail, subject, given)
}

/** The failures worth telling apart when a person looks at an item that hangs. */
const FAILURES: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was dropped before an answer came',
  EPIPE: 'the connection was dropped before an answer came',
  UND_ERR_SOCKET: 'the connection was dropped before an answer came',
  ENOTFOUND: "the rail's name could not be resolved",
  EAI_AGAIN: "the rail's name could not be resolved",
  EHOSTUNREACH: 'the rail could not be reached',
  ENETUNREACH: 'the rail could not be reached',
  ETIMEDOUT: 'the connection timed out',
  UND_ERR_CONNECT_TIMEOUT: 'the connection timed out',
  UND_ERR_HEADERS_TIMEOUT: 'the answer did not come in time',
  UND_ERR_BODY_TIMEOUT: 'the answer did not come in time'
}

function describeFailure(error: unknown): string {
  const code = readCode(error)
  return (Object.hasOwn(FAILURES, code) ? FAILURES[code] : undefined) ?? 'the call failed'
}

function readCode(error: unknown): string {
  try {
    return String((error as { code?: unknown }).code)
  } catch {
    // Thrown may be anything: undefined, or an object whose properties throw in turn.
    return ''
  }
}
