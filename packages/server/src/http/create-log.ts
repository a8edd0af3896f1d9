import { type DestinationStream, type Logger, pino } from 'pino'
import type { LogLevel } from '../configuration/parse-configuration.js'
import { maskAccountNumber, maskSecrets } from './mask-secrets.js'

export type Log = Logger

const ACCOUNT_NUMBERS = [
  'account_number',
  'accountNumber',
  'bank_account_number',
  'bankAccountNumber',
  'phone_number',
  'phoneNumber'
]
const SECRETS = [
  'authorization',
  'secretKey',
  'secret_key',
  'apiKey',
  'masterKey',
  'secondMasterKey',
  'secret',
  'databaseUrl',
  'sealedKey',
  'sealedSecret'
]

/**
 * Opens the log: one JSON object for each line. Account numbers are masked but for their last four digits; keys, secrets
 * and Authorization headers never reach it, also not inside the messages of errors.
 *
 * @param destination where lines go; standard output when left out
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const atAnyDepth = (names: string[]) => names.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`])
  const accountNumbers = new Set(ACCOUNT_NUMBERS)
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: {
      paths: atAnyDepth([...ACCOUNT_NUMBERS, ...SECRETS]),
      censor: (value: unknown, path: string[]) => (accountNumbers.has(path.at(-1)!) ? maskAccountNumber(value) : '***')
    },
    serializers: { err: describeError, error: describeError }
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

/** Leaves out what PostgreSQL adds to an error: its details quote whole rows. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: maskSecrets(String(error)) }
  const { code, constraint, table } = error as Error & { code?: unknown; constraint?: unknown; table?: unknown }
  return {
    type: error.name,
    message: maskSecrets(error.message),
    stack: maskSecrets(error.stack ?? ''),
    ...(code === undefined ? {} : { code }),
    ...(table === undefined ? {} : { table }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) })
  }
}
