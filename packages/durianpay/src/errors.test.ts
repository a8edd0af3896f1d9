import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  type AnyDurianpayError,
  ApiError,
  type CallFacts,
  DurianpayError,
  ForbiddenError,
  InvalidArgumentError,
  isDurianpayError,
  NotFoundError,
  type Outcome,
  WebhookVerificationError
} from './errors.js'

const facts: CallFacts = { outcome: 'refused', method: 'GET', path: '/x', attempts: 1, requestKey: undefined }
const answer = { status: 404, errorCode: undefined, requestId: undefined, fieldErrors: [], retryAfterMs: undefined, rawBody: '' }

/** The module once more, as a program has it that loads the ESM and the CJS copy. */
const other: typeof import('./errors.js') = await import(`./errors.js?${'copy'}`)

describe('the errors', () => {
  it('are instances of their class and of those above it, and of no other', () => {
    const error = new NotFoundError('gone', facts, answer)
    expect(error).toBeInstanceOf(NotFoundError)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toBeInstanceOf(DurianpayError)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(ForbiddenError)
    for (const value of [undefined, null, 'x', {}, Object.create(null), new Error('x'), NotFoundError]) {
      expect(value instanceof DurianpayError).toBe(false)
    }
  })

  it('are instances of the same class of another copy of the package', () => {
    expect(other.NotFoundError).not.toBe(NotFoundError)
    const error = new other.NotFoundError('gone', facts, answer)
    expect(error instanceof NotFoundError).toBe(true)
    expect(error instanceof ApiError).toBe(true)
    expect(error instanceof ForbiddenError).toBe(false)
    expect(isDurianpayError(error)).toBe(true)
    expect(new other.WebhookVerificationError('wrong_mode', 'x') instanceof WebhookVerificationError).toBe(true)
    expect(new other.WebhookVerificationError('wrong_mode', 'x') instanceof DurianpayError).toBe(false)
  })

  it('are not instances of a class that a user derives from theirs', () => {
    class OurNotFound extends NotFoundError {}
    expect(new NotFoundError('gone', facts, answer) instanceof OurNotFound).toBe(false)
    expect(new OurNotFound('gone', facts, answer) instanceof OurNotFound).toBe(true)
    expect(new OurNotFound('gone', facts, answer) instanceof NotFoundError).toBe(true)
  })

  it('are told apart by kind, each with its own fields', () => {
    const describeError = (error: AnyDurianpayError): string => {
      switch (error.kind) {
        case 'invalid_argument':
          expectTypeOf(error.outcome).toEqualTypeOf<'not_sent'>()
          return error.argument
        case 'connection':
        case 'timeout':
        case 'aborted':
          expectTypeOf(error.outcome).toEqualTypeOf<Outcome>()
          return String(error.attempts)
        case 'unreadable_answer':
        case 'invalid_request':
        case 'authentication':
        case 'forbidden':
        case 'not_found':
        case 'conflict':
        case 'rate_limit':
        case 'server':
          return error.rawBody
        default:
          // Does not compile when a class is added and not told apart above.
          return error satisfies never
      }
    }
    expect(describeError(new InvalidArgumentError('apiKey', 'is wrong'))).toBe('apiKey')
    expect(describeError(new NotFoundError('gone', facts, { ...answer, rawBody: '{}' }))).toBe('{}')
  })

  it('are recognised as such, and nothing else is', () => {
    expect(isDurianpayError(new InvalidArgumentError('x', 'y'))).toBe(true)
    expect(isDurianpayError(new Error('x'))).toBe(false)
    expect(isDurianpayError(undefined)).toBe(false)
  })
})
