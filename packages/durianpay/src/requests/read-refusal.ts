import { readRetryAfterMs } from '@arus/calls'
import type { AnswerFacts } from '../errors.js'
import type { FieldError } from '../generated/models.js'
import { isRecord } from '../shapes/is-record.js'
import { answerOutcome } from './answer-outcome.js'
import type { Failure } from './failure.js'

/** Reads what an error answer says of itself. Each part may be missing, and the body may be anything. */
export function readAnswerFacts(answer: { status: number; headers: Headers; rawBody: string; body: unknown }): AnswerFacts {
  const body = isRecord(answer.body) ? answer.body : {}
  return {
    status: answer.status,
    errorCode: textOf(body.error_code),
    requestId: textOf(body.request_id) ?? textOf(answer.headers.get('x-request-id')),
    fieldErrors: readFieldErrors(body.errors),
    retryAfterMs: readRetryAfterMs(answer.headers.get('retry-after'), Date.now()),
    rawBody: answer.rawBody
  }
}

/** A failure out of an answer with a status of 400 or more. */
export function readRefusal(facts: AnswerFacts, body: unknown): Failure {
  const stated = isRecord(body) ? (textOf(body.error) ?? textOf(body.message)) : undefined
  return { kind: 'refusal', outcome: answerOutcome(facts), answer: facts, message: stated ?? `HTTP ${facts.status}` }
}

function readFieldErrors(errors: unknown): FieldError[] {
  if (!Array.isArray(errors)) return []
  return errors.filter(isRecord).map((one) => ({ field: textOf(one.field) ?? '', message: textOf(one.message) ?? '' }))
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
