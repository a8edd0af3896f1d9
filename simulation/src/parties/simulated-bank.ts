import type {
  InquiryOutcome,
  Rail,
  RailAccount,
  RailCall,
  RailTransfer,
  StatusOutcome,
  TransferOutcome
} from '../../../packages/server/src/rails/rail.js'
import type { BankAnswer } from '../../../packages/server/src/rails/remote-bank/read-bank-answer.js'
import type { Actor } from '../world/actor.js'
import type { ServerModules } from '../world/load-server.js'
import type { Random } from '../world/random.js'
import type { Scheduler } from '../world/scheduler.js'
import type { Story } from '../world/story.js'
import { answer, type BankEntry, type BankTerms, createBankBook } from './bank-book.js'
import { type Lie, type Line, tellLie } from './tell-lie.js'

/** One request to pay, as the bank's own records have it. */
export type BankRequest = {
  reference: string
  sender: string
  atMs: number
  /** When the sender was given an answer, and how it is read; undefined where it never was. */
  answeredAtMs: number | undefined
  answer: TransferOutcome['kind'] | undefined
  /** Nothing was taken: the sender was turned away, and until then it is not to come again. */
  turnedAwayUntilMs: number | undefined
}

export type SimulatedBank = {
  terms: BankTerms
  /** The rail as one process of the server has it. */
  connect(actor: Actor): Rail
  book: readonly BankEntry[]
  requests: readonly BankRequest[]
  /** What each process is about to send, by the process's name: its request has not left yet. */
  aboutToSend: ReadonlyMap<string, ReadonlySet<string>>
  /** How often it was asked about each reference. */
  questions: ReadonlyMap<string, number>
  /** The most calls that each process had under way at once, by the process's name; one that it has given up is none. */
  mostAtOnce: ReadonlyMap<string, number>
  /** Every reference of which it has said, when asked, that it was rejected. */
  saidRejected: ReadonlySet<string>
  /** What the bank says of a reference, when it says the truth. */
  truth(reference: string): StatusOutcome
  /** From now on it answers at once, and the truth, and what it accepted it pays. */
  behave(): void
  /** For a while every call is turned away (a wrong key), or none gets through. */
  beOut(kind: 'unauthorised' | 'down', untilMs: number): void
}

export type BankParts = {
  /** How the server reads what the bank answers. */
  server: Pick<ServerModules, 'readTransferAnswer' | 'readStatusAnswer'>
  terms: BankTerms
  scheduler: Scheduler
  random: Random
  story: Story
  world: Actor
  lies: Partial<Record<Lie, number>>
  callbackChance: number
  acceptedForMs: { least: number; most: number }
  unansweredInquiries: number
  unansweredQuestions: number
  turnsAwayForLong: boolean
  /** Called when the bank has news of a reference that it may tell the server of. */
  onNews(reference: string): void
  count(fault: string): void
}

/** How the numbers of accounts end that the bank does not know. */
export const UNKNOWN_ACCOUNT_ENDING = '9'

export function createBank(parts: BankParts): SimulatedBank {
  const { server, terms, scheduler, random, story, world } = parts
  const book = createBankBook({ terms, scheduler, story, onNews: parts.onNews })
  const requests: BankRequest[] = []
  const aboutToSend = new Map<string, Set<string>>()
  const questions = new Map<string, number>()
  const saidRejected = new Set<string>()
  const atOnce = new Map<string, number>()
  const mostAtOnce = new Map<string, number>()
  let behaves = false
  let outage: { kind: 'unauthorised' | 'down'; untilMs: number } | undefined

  const later = (ms: number, callback: () => void) => void scheduler.setTimer(world, ms, callback)
  const outageNow = () => (outage !== undefined && scheduler.nowMs() < outage.untilMs ? outage.kind : undefined)
  const truth = (reference: string) => server.readStatusAnswer(book.writeStatus(reference, behaves), reference)

  function openLine(actor: Actor, request: BankRequest): Line {
    const { reference } = request
    const say = (what: string) => story.tell(scheduler.nowMs(), actor.name, `sends ${reference}: ${what}`)
    return {
      async reply(written: BankAnswer, delayMs: number, what: string): Promise<TransferOutcome> {
        say(written.status === 409 ? 'refused: the bank has this reference already' : what)
        await scheduler.sleep(actor, delayMs, 'answer')
        const read = server.readTransferAnswer(written, reference)
        request.answeredAtMs = scheduler.nowMs()
        request.answer = read.kind
        if ([401, 403, 425, 429].includes(written.status))
          request.turnedAwayUntilMs = request.answeredAtMs + Number(written.retryAfter ?? 0) * 1_000
        return read
      },
      hang(what) {
        say(what)
        return new Promise(() => {})
      },
      async breakOff(delayMs, what) {
        say(what)
        await scheduler.sleep(actor, delayMs, 'answer')
        throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
      }
    }
  }

  async function transfer(actor: Actor, order: RailTransfer): Promise<TransferOutcome> {
    const { reference } = order
    const askedAtMs = scheduler.nowMs()
    const repeats = book.entriesOf(reference).length
    const leaving = aboutToSend.get(actor.name) ?? new Set()
    aboutToSend.set(actor.name, leaving.add(reference))
    await scheduler.pass(actor, 'rail', '')
    leaving.delete(reference)
    const atMs = scheduler.nowMs()
    const sent: BankRequest = {
      reference,
      sender: actor.name,
      atMs,
      answeredAtMs: undefined,
      answer: undefined,
      turnedAwayUntilMs: undefined
    }
    requests.push(sent)
    const request = { heldUpMs: atMs - askedAtMs, sender: actor.name }
    const line = openLine(actor, sent)
    if (behaves) {
      const entry = book.enter(order, 'paid', request, 0)
      return line.reply(book.writeAnswer(entry, reference), 20, 'the bank pays, and says so')
    }
    const out = outageNow()
    if (out !== undefined) {
      parts.count(`bank ${out}`)
      if (out === 'down') return line.hang('the bank is down, nothing arrives')
      return line.reply(answer(401, { code: 'WRONG_KEY' }), 10, 'turned away with 401')
    }
    const lie = random.weigh(parts.lies)
    parts.count(`bank ${lie}`)
    if (repeats > 0) parts.count('repeat reaches the bank')
    return tellLie({ ...parts, book, later }, lie, order, request, line)
  }

  async function status(actor: Actor, reference: string): Promise<StatusOutcome> {
    questions.set(reference, (questions.get(reference) ?? 0) + 1)
    await scheduler.pass(actor, 'question', '')
    const say = (what: string) => story.tell(scheduler.nowMs(), actor.name, `asks about ${reference}: ${what}`)
    if (!behaves) {
      if (outageNow() !== undefined) {
        say('turned away')
        return server.readStatusAnswer(answer(401, { code: 'WRONG_KEY' }), reference)
      }
      if (random.chance(parts.unansweredQuestions)) {
        parts.count('question unanswered')
        say('no answer')
        return await new Promise(() => {})
      }
      if (random.chance(0.06)) {
        parts.count('question answered by something on the way')
        say('a 404 or 503 that is not the bank speaking')
        return server.readStatusAnswer(answer(random.pick([404, 503]), {}), reference)
      }
    }
    // The bank looks it up when the question arrives; the answer may be long on its way.
    const found = truth(reference)
    say(found.kind === 'not_found' ? 'not found' : found.kind)
    if (found.kind === 'rejected') saidRejected.add(reference)
    if (found.kind === 'not_found' && book.entriesOf(reference).length > 0) parts.count('not found just after accepting')
    await scheduler.sleep(actor, behaves ? 5 : random.whole(1, random.chance(0.1) ? terms.timeoutMs + 500 : 300))
    return found
  }

  async function count<Answer>({ name }: Actor, { signal }: RailCall, call: () => Promise<Answer>): Promise<Answer> {
    const now = (atOnce.get(name) ?? 0) + 1
    atOnce.set(name, now)
    mostAtOnce.set(name, Math.max(now, mostAtOnce.get(name) ?? 0))
    let isOver = false
    const end = () => {
      if (!isOver) atOnce.set(name, atOnce.get(name)! - 1)
      isOver = true
    }
    signal.addEventListener('abort', end)
    return await call().finally(end)
  }

  async function inquire(actor: Actor, { accountNumber }: RailAccount): Promise<InquiryOutcome> {
    await scheduler.pass(actor, 'rail', '')
    if (!behaves && random.chance(parts.unansweredInquiries)) {
      if (random.chance(0.5)) return await new Promise(() => {})
      throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
    }
    await scheduler.sleep(actor, random.whole(1, 200))
    return accountNumber.endsWith(UNKNOWN_ACCOUNT_ENDING)
      ? { kind: 'invalid', message: 'no such account' }
      : { kind: 'valid', accountHolder: 'SITI RAHAYU' }
  }

  return {
    terms,
    book: book.entries,
    requests,
    aboutToSend,
    questions,
    mostAtOnce,
    saidRejected,
    truth,
    connect: (actor) => ({
      name: 'simulated_bank',
      isLive: false,
      timeoutMs: terms.timeoutMs,
      maxConcurrentCalls: terms.maxConcurrentCalls,
      notFoundHorizonMs: terms.notFoundHorizonMs,
      refusesRepeatsForMs: terms.mode === 'books' ? undefined : terms.refusesRepeatsForMs,
      inquire: (account, call) => count(actor, call, () => inquire(actor, account)),
      transfer: (order, call) => count(actor, call, () => transfer(actor, order)),
      status: (reference, call) => count(actor, call, () => status(actor, reference))
    }),
    behave() {
      behaves = true
      outage = undefined
      for (const entry of book.entries) if (entry.status === 'accepted') book.change(entry, 'paid', false)
    },
    beOut(kind, untilMs) {
      outage = { kind, untilMs }
    }
  }
}
