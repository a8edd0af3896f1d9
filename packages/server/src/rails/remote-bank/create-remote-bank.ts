import { Pool as HttpPool } from 'undici'
import { formatAmount } from '../../money/format-amount.js'
import type { RailAccount } from '../rail.js'
import { parseEntry } from '../simulated-bank/book-lines.js'
import type { BookEntry } from '../simulated-bank/read-book.js'
import { REFUSES_REPEATS_FOR_MS, type SimulatedBank } from '../simulated-bank/simulated-bank.js'
import { callOverHttp } from './call-over-http.js'
import { type BankAnswer, readInquiryAnswer, readStatusAnswer, readTransferAnswer } from './read-bank-answer.js'

export type RemoteBankOptions = {
  /** Where the bank listens, such as `http://127.0.0.1:4183`. */
  url: string
  /** What that bank does with repeated references. It is told with each transfer, and takes none if it does otherwise. */
  refusesRepeats: boolean
  timeoutMs?: number
  maxConcurrentCalls?: number
}

/** The desk of a bank that can't be reached, or that answers nonsense: for a person at the command line to read. */
export class BankError extends Error {
  override readonly name = 'BankError'
}

const RETRY_AFTER_MS = 1000
/** A book of a million transfers takes a while to be told. */
const DESK_TIMEOUT_MS = 120_000

/**
 * The rail to a simulated bank that runs as a process of its own (`arus bank`), over HTTP, as rails to real ones will be: a
 * connection that is refused took nothing; one that ends without an answer may have taken everything.
 *
 * @example
 * const bank = createRemoteBank({ url: 'http://127.0.0.1:4183', refusesRepeats: true })
 * await bank.transfer({ reference: 'dis_item_…', … }, new AbortController()) // { kind: 'paid', railReference: 'SB000000000042' }
 */
export function createRemoteBank(options: RemoteBankOptions): SimulatedBank & { close(): Promise<void> } {
  const { refusesRepeats, timeoutMs = 5000, maxConcurrentCalls = 500 } = options
  const { origin, pathname } = new URL(options.url)
  const base = pathname.replace(/\/$/, '')
  const pool = new HttpPool(origin, {
    connections: maxConcurrentCalls,
    pipelining: 1,
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs
  })
  const deskPool = new HttpPool(origin, { connections: 2, headersTimeout: DESK_TIMEOUT_MS, bodyTimeout: DESK_TIMEOUT_MS })

  async function call(method: 'GET' | 'POST', path: string, body: unknown, signal: AbortSignal): Promise<BankAnswer> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const { status, headers, text } = await callOverHttp(pool, { method, path: base + path, ...sent }, signal)
    const retryAfter = headers['retry-after']
    return { status, fields: readFields(text), retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined }
  }

  /** Only where no connection was made at all. A connection that broke may have carried the call there. */
  async function callOrDefer<Outcome>(
    read: (answer: BankAnswer) => Outcome,
    ...given: Parameters<typeof call>
  ): Promise<Outcome | { kind: 'deferred'; reason: string; retryAfterMs: number }> {
    try {
      return read(await call(...given))
    } catch (error) {
      if (!wasRefused(error)) throw error
      return { kind: 'deferred', reason: 'the connection was refused', retryAfterMs: RETRY_AFTER_MS }
    }
  }

  async function callDesk(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Record<string, unknown>> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    try {
      const answer = await deskPool.request({ method, path: base + path, ...sent })
      const text = await answer.body.text()
      if (answer.statusCode === 200) return readFields(text)
      throw new BankError(`the simulated bank at ${options.url} answered ${answer.statusCode} to ${method} ${path}`)
    } catch (error) {
      if (error instanceof BankError) throw error
      throw new BankError(`the simulated bank at ${options.url} was not reached: ${(error as Error).message}`)
    }
  }

  return {
    name: 'remote_simulated_bank',
    isLive: false,
    timeoutMs,
    maxConcurrentCalls,
    notFoundHorizonMs: 2000,
    refusesRepeatsForMs: refusesRepeats ? REFUSES_REPEATS_FOR_MS : undefined,
    inquire: async (account, { signal }) => readInquiryAnswer(await call('POST', '/inquiries', presentAccount(account), signal)),
    transfer: ({ reference, amountSen, ...account }, { signal }) =>
      callOrDefer(
        (answer) => readTransferAnswer(answer, reference),
        'POST',
        '/transfers',
        {
          reference,
          amount: formatAmount(amountSen),
          ...presentAccount(account),
          repeats: refusesRepeats ? 'refused' : 'booked'
        },
        signal
      ),
    status: (reference, { signal }) =>
      callOrDefer(
        (answer) => readStatusAnswer(answer, reference),
        'GET',
        `/transfers/${encodeURIComponent(reference)}`,
        undefined,
        signal
      ),
    desk: {
      async settle({ reference, amountSen, outcome, reason, bankCode, accountNumber }) {
        await callDesk('POST', '/settlements', {
          reference,
          amount: formatAmount(amountSen),
          ...presentAccount({ bankCode, accountNumber, accountOwnerName: '' }),
          outcome,
          ...(reason === undefined ? {} : { reason })
        })
      },
      async readBook() {
        const { entries } = await callDesk('GET', '/book')
        return readEntries(entries, options.url)
      }
    },
    async close() {
      await Promise.all([pool.destroy(), deskPool.destroy()])
    }
  }
}

function presentAccount({ bankCode, accountNumber, accountOwnerName }: RailAccount): Record<string, string> {
  return { bank_code: bankCode, account_number: accountNumber, account_owner_name: accountOwnerName }
}

function readFields(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function readEntries(entries: unknown, url: string): BookEntry[] {
  try {
    return (entries as Record<string, unknown>[]).map(parseEntry)
  } catch (error) {
    throw new BankError(`the book of the simulated bank at ${url} can't be read: ${(error as Error).message}`)
  }
}

/** With several addresses behind a name, only when all of them refused. */
function wasRefused(error: unknown): boolean {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(wasRefused)
  return (error as { code?: unknown } | undefined)?.code === 'ECONNREFUSED'
}
