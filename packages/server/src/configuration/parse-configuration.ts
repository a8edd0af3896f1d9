import ipaddr from 'ipaddr.js'
import { formatAmount } from '../money/format-amount.js'
import { parseAmount } from '../money/parse-amount.js'
import { MASTER_KEY_BYTES } from '../secrets/derive-key.js'
import { parseReceivingAccount, type ReceivingAccount } from '../topups/receiving-account.js'

/** Everything that can be set, read once at the start and never changed after. */
export type Configuration = Readonly<{
  /** Undefined: the embedded PostgreSQL is used, with its data below `dataFolder`. */
  databaseUrl: string | undefined
  /** Undefined: `defaultDataFolder` chooses. */
  dataFolder: string | undefined
  /** Where the identity of the database is recorded outside it. Undefined: in `dataFolder`. */
  identityFile: string | undefined
  /** Undefined: one is made and kept in `dataFolder`, which is good enough for test mode only. */
  masterKey: Buffer | undefined
  /** Opens secrets too, and seals none: set while one master key takes the place of another. */
  secondMasterKey: Buffer | undefined
  host: string
  /** 0: the system picks one. */
  port: number
  /** Address ranges that webhooks may be sent to although they aren't public. */
  webhookAllow: readonly string[]
  maxItems: number
  minAmountSen: bigint
  maxAmountSen: bigint
  feePerItemSen: bigint
  /** Where live top-ups are transferred to. Undefined: this server takes none. */
  liveTopupAccount: ReceivingAccount | undefined
  maxBodyBytes: number
  logLevel: LogLevel
  simulatedBankRefusesRepeats: boolean
  /** Where a simulated bank runs as a process of its own. Undefined: the one in the database is used. */
  simulatedBankUrl: string | undefined
  /** How long what a worker took stays its own unless renewed: what a crash costs. */
  leaseMs: number
  /** How long a transaction may wait for its own process until PostgreSQL ends it: whose lease is over has lost its locks as well. */
  maxSilenceMs: number
  /** Undefined: health and metrics are served by the API only. */
  metricsPort: number | undefined
  /** How often a worker checks the books; undefined: never. */
  ledgerCheckEveryMs: number | undefined
  /** Refuse a submit, approve, validate or top-up that carries no idempotency key of its own. Old clients send none. */
  requireRequestKey: boolean
  /** Database connections of the API, and of the workers, in one process. */
  apiConnections: number
  workerConnections: number
  /** Proxies whose word is taken for where a request came from. Empty: no header is believed. */
  trustedProxies: readonly string[]
  /** Requests a second of one API key, and of one address, in the long run; ten seconds' worth may come at once. 0: no limit. */
  requestsPerSecondPerKey: number
  requestsPerSecondPerAddress: number
  /** Wrong keys that one address may try in a minute. */
  wrongKeysPerMinute: number
  /** Threads that read large submits; each has one database connection of its own. */
  intakeThreads: number
  /** Webhooks that one worker process has in flight at once. One that is not answered is in flight for five seconds. */
  deliveriesAtOnce: number
}>

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export const DEFAULT_PORT = 4180
/** What an item of a large batch takes in JSON, with room to spare: 50,000 ordinary ones were 12 MB. */
const BODY_BYTES_PER_ITEM = 512
const BODY_BYTES_BESIDE_ITEMS = 1_048_576

/** Lists every fault of the configuration at once, so that it's put right in one go. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(
      `the configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`
    )
    this.faults = faults
  }
}

type Environment = Readonly<Record<string, string | undefined>>
/** Reads one variable: `parse` gets the text, and answers the value or (as an Error) what is expected. */
type ReadVariable = <Value>(name: string, fallback: Value, parse: (text: string) => Value | Error) => Value

/**
 * Reads the configuration from environment variables (see `docs/configuration.md` for each of them). A variable that is
 * unset or empty takes its default.
 *
 * @param env usually `process.env`, which only the entry point touches
 * @throws ConfigurationError that names every variable at fault, never showing the values of secret ones
 *
 * @example
 * parseConfiguration({ ARUS_PORT: '8080', ARUS_FEE_PER_ITEM: '2500' }).feePerItemSen // 250000n
 */
export function parseConfiguration(env: Environment): Configuration {
  const faults: string[] = []
  const read: ReadVariable = (name, fallback, parse) => {
    const text = env[name]?.trim() ?? ''
    if (text === '') return fallback
    const value = parse(text)
    if (!(value instanceof Error)) return value
    faults.push(`${name}: ${value.message}`)
    return fallback
  }
  const maxItems = read('ARUS_MAX_ITEMS', 50_000, wholeNumber(1, 1_000_000))
  const leaseMs = read('ARUS_LEASE_MS', 60_000, wholeNumber(1000, 3_600_000))
  const configuration: Configuration = {
    databaseUrl: read<string | undefined>('DATABASE_URL', undefined, databaseUrl),
    dataFolder: read<string | undefined>('ARUS_DATA_DIR', undefined, (text) => text),
    identityFile: read<string | undefined>('ARUS_IDENTITY_FILE', undefined, (text) => text),
    masterKey: read<Buffer | undefined>('ARUS_MASTER_KEY', undefined, masterKey),
    secondMasterKey: read<Buffer | undefined>('ARUS_MASTER_KEY_SECOND', undefined, masterKey),
    host: read('ARUS_HOST', '127.0.0.1', (text) => text),
    port: read('ARUS_PORT', DEFAULT_PORT, wholeNumber(0, 65_535)),
    webhookAllow: read<readonly string[]>('ARUS_WEBHOOK_ALLOW', [], addressRanges),
    maxItems,
    minAmountSen: read('ARUS_MIN_AMOUNT', 1_000_000n, amount),
    maxAmountSen: read('ARUS_MAX_AMOUNT', 100_000_000_000n, amount),
    feePerItemSen: read('ARUS_FEE_PER_ITEM', 0n, wholeRupiah),
    liveTopupAccount: read<ReceivingAccount | undefined>('ARUS_LIVE_TOPUP_ACCOUNT', undefined, parseReceivingAccount),
    maxBodyBytes: read(
      'ARUS_MAX_BODY_BYTES',
      maxItems * BODY_BYTES_PER_ITEM + BODY_BYTES_BESIDE_ITEMS,
      wholeNumber(1024, 1_073_741_824)
    ),
    logLevel: read<LogLevel>('ARUS_LOG_LEVEL', 'info', oneOf(LOG_LEVELS)),
    simulatedBankRefusesRepeats: read('ARUS_SIMULATED_BANK_REFUSES_REPEATS', false, yesOrNo),
    simulatedBankUrl: read<string | undefined>('ARUS_SIMULATED_BANK_URL', undefined, httpUrl),
    leaseMs,
    maxSilenceMs: Math.max(leaseMs, LEAST_SILENCE_MS),
    metricsPort: read<number | undefined>('ARUS_METRICS_PORT', undefined, wholeNumber(0, 65_535)),
    ledgerCheckEveryMs: read<number | undefined>('ARUS_LEDGER_CHECK_MINUTES', 360 * MINUTE_MS, minutesOrNever),
    requireRequestKey: read('ARUS_REQUIRE_REQUEST_KEY', false, yesOrNo),
    apiConnections: read('ARUS_API_CONNECTIONS', 10, wholeNumber(2, 1000)),
    workerConnections: read('ARUS_WORKER_CONNECTIONS', 10, wholeNumber(2, 1000)),
    trustedProxies: read<readonly string[]>('ARUS_TRUSTED_PROXIES', [], addressRanges),
    requestsPerSecondPerKey: read('ARUS_REQUESTS_PER_KEY', 100, wholeNumber(0, 1_000_000)),
    requestsPerSecondPerAddress: read('ARUS_REQUESTS_PER_ADDRESS', 1000, wholeNumber(0, 1_000_000)),
    wrongKeysPerMinute: read('ARUS_WRONG_KEYS_PER_MINUTE', 300, wholeNumber(1, 1_000_000)),
    intakeThreads: read('ARUS_INTAKE_THREADS', 1, wholeNumber(1, 16)),
    deliveriesAtOnce: read('ARUS_DELIVERIES_AT_ONCE', 200, wholeNumber(1, 10_000))
  }
  if (configuration.masterKey !== undefined && configuration.secondMasterKey?.equals(configuration.masterKey))
    faults.push('ARUS_MASTER_KEY_SECOND: it is the same key as ARUS_MASTER_KEY')
  if (configuration.minAmountSen > configuration.maxAmountSen)
    faults.push(
      `ARUS_MIN_AMOUNT: ${formatAmount(configuration.minAmountSen)} is above ARUS_MAX_AMOUNT, ${formatAmount(configuration.maxAmountSen)}`
    )
  if (faults.length > 0) throw new ConfigurationError(faults)
  return Object.freeze(configuration)
}

function wholeNumber(least: number, most: number) {
  return (text: string): number | Error => {
    const value = /^\d{1,12}$/.test(text) ? Number(text) : -1
    return value >= least && value <= most
      ? value
      : new Error(`a whole number from ${least} to ${most} is expected, not "${text}"`)
  }
}

const MINUTE_MS = 60_000
/** A process that is busy for a few seconds is not one that is gone. */
const LEAST_SILENCE_MS = 10_000

function minutesOrNever(text: string): number | undefined | Error {
  const minutes = wholeNumber(0, 10_080)(text)
  if (minutes instanceof Error) return minutes
  return minutes === 0 ? undefined : minutes * MINUTE_MS
}

function oneOf<Word extends string>(words: readonly Word[]) {
  return (text: string): Word | Error =>
    words.find((word) => word === text) ?? new Error(`one of ${words.join(', ')} is expected, not "${text}"`)
}

function yesOrNo(text: string): boolean | Error {
  const words: Record<string, boolean> = { true: true, '1': true, yes: true, false: false, '0': false, no: false }
  return words[text.toLowerCase()] ?? new Error(`true or false is expected, not "${text}"`)
}

function amount(text: string): bigint | Error {
  const amountSen = parseAmount(text)
  return amountSen !== undefined && amountSen > 0n ? amountSen : new Error(`an amount like 10000.00 is expected, not "${text}"`)
}

/** Fees are integers on the wire. */
function wholeRupiah(text: string): bigint | Error {
  return /^\d{1,9}$/.test(text) ? BigInt(text) * 100n : new Error(`whole rupiah are expected, like 2500, not "${text}"`)
}

function masterKey(text: string): Buffer | Error {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64')
  const isExact = /^[0-9a-f]{64}$/i.test(text) || key.toString('base64') === text
  return isExact && key.length === MASTER_KEY_BYTES
    ? key
    : new Error(`${MASTER_KEY_BYTES} bytes in base64 or hex are expected (make one with: openssl rand -base64 32)`)
}

function databaseUrl(text: string): string | Error {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text)
    ? text
    : new Error('a URL that begins with postgres:// is expected')
}

function httpUrl(text: string): string | Error {
  return /^https?:\/\//.test(text) && URL.canParse(text)
    ? text
    : new Error(`a URL that begins with http:// or https:// is expected, not "${text}"`)
}

function addressRanges(text: string): readonly string[] | Error {
  const ranges = text.split(',').map((range) => range.trim())
  const wrong = ranges.find((range) => !ipaddr.isValidCIDR(range))
  return wrong === undefined
    ? Object.freeze(ranges)
    : new Error(`address ranges like 127.0.0.0/8,::1/128 are expected, not "${wrong}"`)
}
