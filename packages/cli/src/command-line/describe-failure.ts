import { isDurianpayError } from '@arus/durianpay'
import { CommandError } from './command-result.js'
import type { ExitKind } from './exit-codes.js'

/** A failed command as it is told: on stderr for people, as `error` of the one JSON document with `--json`. */
export type Failure = { kind: ExitKind; message: string; [detail: string]: unknown }

/** Turns whatever a command threw into what is told about it; the one place that chooses exit codes for errors. */
export function describeFailure(error: unknown, signal: AbortSignal): Failure {
  if (error instanceof CommandError) return { ...error.details, kind: error.exit, message: error.message }
  if (signal.aborted) return { kind: 'interrupted', message: 'interrupted' }
  if (isDurianpayError(error)) return describeCallFailure(error)
  if (!(error instanceof Error)) return { kind: 'unexpected', message: String(error) }
  return describeServerFailure(error) ?? { kind: 'unexpected', message: error.message, stack: error.stack }
}

type CallFailure = Error & {
  kind: string
  method?: string
  path?: string
  outcome: 'not_sent' | 'refused' | 'unknown'
  errorCode?: string | undefined
  requestId?: string | undefined
  fieldErrors?: unknown[]
}

function describeCallFailure(error: CallFailure): Failure {
  if (error.kind === 'invalid_argument') return { kind: 'usage', message: error.message }
  const details = {
    outcome: error.outcome,
    ...(error.errorCode === undefined ? {} : { error_code: error.errorCode }),
    ...(error.requestId === undefined ? {} : { request_id: error.requestId }),
    ...(error.fieldErrors === undefined || error.fieldErrors.length === 0 ? {} : { errors: error.fieldErrors })
  }
  const message = withoutCall(error)
  if (error.outcome === 'refused') return { kind: 'refused', message: adviseOn(message, error.errorCode), ...details }
  if (error.outcome === 'not_sent')
    return { kind: 'notReached', message: `the server was not reached: ${describeCause(error)}`, ...details }
  // What only reads can't have done anything, answered or not.
  if (error.method === 'GET')
    return {
      kind: 'notReached',
      message: `the server gave no usable answer: ${message}${error.cause === undefined ? '' : ` (${describeCause(error)})`}`,
      ...details
    }
  return { kind: 'unknown', message: `${message}. It may have been done all the same: run the same command again`, ...details }
}

/** The client says first which call it was ("POST /disbursements/…: "); whoever typed the command knows. */
function withoutCall({ message, method, path }: CallFailure): string {
  const call = `${method} ${path}: `
  return message.startsWith(call) ? message.slice(call.length) : message
}

/** A refusal that a command gets over names it; what the API calls a parameter is an option here. */
function adviseOn(message: string, errorCode: string | undefined): string {
  if (errorCode === 'INSUFFICIENT_BALANCE') return `${message}: add to it with arus topup`
  return message.replace('ignore_invalid=true', '--ignore-invalid')
}

/** Errors of the server's own code, met by the operator's commands. Told apart by name: its classes are loaded only with it. */
function describeServerFailure(error: Error): Failure | undefined {
  if (error.name === 'ConfigurationError' || error.name === 'MasterKeyError') return { kind: 'usage', message: error.message }
  if (error.name === 'ApiError') return { kind: 'refused', message: error.message, error_code: (error as { code?: string }).code }
  if (error.name === 'EmbeddedPostgresError' || error.name === 'MigrationError' || error.name === 'BankError')
    return { kind: 'notReached', message: error.message }
  const code = (error as { code?: string }).code ?? ''
  if (/^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)/.test(code)) {
    return { kind: 'notReached', message: `the database was not reached: ${describeCause(error)}` }
  }
  return undefined
}

/** The innermost thing that is said: "connect ECONNREFUSED 127.0.0.1:4180" rather than "fetch failed". */
function describeCause(error: Error): string {
  const { cause } = error
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return describeCause(cause.errors[0])
  if (cause instanceof Error && cause.message !== '') return describeCause(cause)
  return error.message
}
