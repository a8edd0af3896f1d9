import { type Deadline, wasNeverSent } from '@arus/calls'
import type { Failure } from './failure.js'
import { readAnswerFacts, readRefusal } from './read-refusal.js'
import type { Fetch } from './transport.js'

/** A request as it goes out, the same in every try. */
export type PreparedRequest = { url: string; init: RequestInit }

export type TryResult<Result> = { ok: true; value: Result } | { ok: false; failure: Failure }

/** Sends a request once and reads its answer. Never rejects: what went wrong is the result. */
export async function tryRequest<Result>(
  fetch: Fetch,
  request: PreparedRequest,
  read: (body: unknown) => Result | undefined,
  deadline: Deadline
): Promise<TryResult<Result>> {
  let status: number
  let headers: Headers
  let rawBody: string
  try {
    const response = await fetch(request.url, { ...request.init, signal: deadline.signal })
    status = response.status
    headers = response.headers
    rawBody = await response.text()
  } catch (error) {
    return { ok: false, failure: noAnswer(error, deadline) }
  }
  const body = parseJson(rawBody)
  const facts = readAnswerFacts({ status, headers, rawBody, body })
  if (status >= 400) return { ok: false, failure: readRefusal(facts, body) }
  const value = status >= 200 && status < 300 ? read(body) : undefined
  if (value === undefined) return { ok: false, failure: { kind: 'unreadable', outcome: 'unknown', answer: facts } }
  return { ok: true, value }
}

function noAnswer(error: unknown, deadline: Deadline): Failure {
  const endedBy = deadline.endedBy()
  if (endedBy !== undefined) return { kind: endedBy, outcome: 'unknown', cause: deadline.signal.reason }
  return { kind: 'no_answer', outcome: wasNeverSent(error) ? 'not_sent' : 'unknown', cause: error }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
