import type { Rail, RailTransfer, StatusOutcome, TransferOutcome } from '../../../packages/server/src/rails/rail.js'
import type { BankAnswer } from '../../../packages/server/src/rails/remote-bank/read-bank-answer.js'
import type { Actor } from '../world/actor.js'
import type { ServerModules } from '../world/load-server.js'
import type { Random } from '../world/random.js'
import type { Scheduler } from '../world/scheduler.js'
import type { Story } from '../world/story.js'

/**
 * How the bank takes a reference that it has already, and what the server was told of it.
 *
 * - `refuses`: refuses it, as it says it does, and forgets it after the time it says.
 * - `books`: books it once more, and never said otherwise.
 * - `breaks_its_word`: says that it refuses it, and books it.
 */
export type BankMode = 'refuses' | 'books' | 'breaks_its_word'

export type BankTerms = {
  mode: BankMode
  timeoutMs: number
  maxConcurrentCalls: number
  notFoundHorizonMs: number
  /** What it says, in the modes in which it says it. */
  refusesRepeatsForMs: number
}

/** One line of the bank's own book. */
export type BankEntry = {
  reference: string
  amountSen: bigint
  accountNumber: string
  status: 'accepted' | 'paid' | 'rejected' | 'reversed'
  /** Every status that it has had. What the server calls final must be one of them: else it guessed. */
  words: Set<string>
  takenAtMs: number
  /** Until then the bank may say that it does not know it. */
  visibleAtMs: number
  /** How long the sender was held up between its last look at its lease and the moment at which the request left. */
  heldUpMs: number
  sender: string
}

export const LIES = [
  'pays',
  'pays_slowly',
  'pays_unanswered',
  'pays_and_breaks',
  'pays_and_answers_rubbish',
  'pays_and_answers_4xx',
  'pays_and_answers_of_another',
  'loses_it',
  'loses_it_slowly',
  'arrives_late',
  'accepts',
  'accepts_unanswered',
  'rejects',
  'rejects_then_pays',
  'pays_then_reverses',
  'accepts_then_rejects',
  'turns_away'
] as const
export type Lie = (typeof LIES)[number]

export type SimulatedBank = {
  terms: BankTerms
  /** The rail as one process of the server has it. */
  connect(actor: Actor): Rail
  book: readonly BankEntry[]
  /** Every reference that it was ever asked about. */
  askedAbout: ReadonlySet<string>
  /** What the bank says of a reference, when it says the truth. */
  truth(reference: string): StatusOutcome
  /** How often each lie was told. */
  told: Map<string, number>
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
  unansweredInquiries: number
  turnsAwayForLong: boolean
  /** Called when the bank has news of a reference that it may tell the server of. */
  onNews(reference: string): void
  count(fault: string): void
}

/** How the numbers of accounts end that the bank does not know. */
export const UNKNOWN_ACCOUNT_ENDING = '9'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** A request that is held up for longer than the bank remembers what it has booked can't be survived. */
const LATEST_ARRIVAL_MS = 3 * MINUTE

export function createBank(parts: BankParts): SimulatedBank {
  const { server, terms, scheduler, random, story, world } = parts
  const book: BankEntry[] = []
  const askedAbout = new Set<string>()
  const told = new Map<string, number>()
  let behaves = false
  let outage: { kind: 'unauthorised' | 'down'; untilMs: number } | undefined

  const entriesOf = (reference: string) => book.filter((entry) => entry.reference === reference)
  const later = (ms: number, what: string, callback: () => void) => scheduler.setTimer(world, ms, callback, { what })

  function enter(transfer: RailTransfer, status: BankEntry['status'], request: Request, lagMs: number): BankEntry | undefined {
    const nowMs = scheduler.nowMs()
    const known = entriesOf(transfer.reference)
    const remembers = terms.mode === 'refuses' && known.some((entry) => nowMs - entry.takenAtMs < terms.refusesRepeatsForMs)
    if (remembers) return undefined
    const entry: BankEntry = {
      reference: transfer.reference,
      amountSen: transfer.amountSen,
      accountNumber: transfer.accountNumber,
      status,
      words: new Set([status]),
      takenAtMs: nowMs,
      visibleAtMs: nowMs + lagMs,
      heldUpMs: request.heldUpMs,
      sender: request.sender
    }
    if (known.length > 0) story.tell(nowMs, 'the bank', `BOOKS ${transfer.reference} ONCE MORE (${status})`)
    book.push(entry)
    return entry
  }

  function change(entry: BankEntry, status: BankEntry['status'], tells: boolean): void {
    entry.status = status
    entry.words.add(status)
    story.tell(scheduler.nowMs(), 'the bank', `has ${entry.reference} as ${status} now`)
    if (tells) parts.onNews(entry.reference)
  }

  function retryAfterSeconds(): number {
    return parts.turnsAwayForLong && random.chance(0.5) ? 300 : random.whole(0, 3)
  }

  type Request = { heldUpMs: number; sender: string }

  function writeAnswer(entry: BankEntry | undefined, reference: string): BankAnswer {
    if (entry === undefined) return answer(409, { code: 'DUPLICATE_REFERENCE', reference })
    switch (entry.status) {
      case 'paid':
        return answer(200, { status: 'paid', bank_reference: `B${book.indexOf(entry) + 1}`, reference })
      case 'accepted':
        return answer(202, { status: 'accepted', bank_reference: `B${book.indexOf(entry) + 1}`, reference })
      case 'rejected':
      case 'reversed':
        return answer(422, { code: 'ACCOUNT_BLOCKED', message: 'the account is blocked', reference })
    }
  }

  function writeStatus(reference: string): BankAnswer {
    const known = entriesOf(reference).filter((entry) => behaves || entry.visibleAtMs <= scheduler.nowMs())
    for (const status of ['paid', 'accepted', 'reversed', 'rejected'] as const) {
      const entry = known.find((one) => one.status === status)
      if (entry === undefined) continue
      if (status === 'paid' || status === 'accepted')
        return answer(200, { status, bank_reference: `B${book.indexOf(entry) + 1}`, reference })
      return answer(200, { status: 'rejected', code: 'ACCOUNT_BLOCKED', message: 'the account is blocked', reference })
    }
    return answer(404, { code: 'NO_SUCH_REFERENCE', reference })
  }

  const truth = (reference: string) => server.readStatusAnswer(writeStatus(reference), reference)

  async function transfer(actor: Actor, order: RailTransfer): Promise<TransferOutcome> {
    const askedAtMs = scheduler.nowMs()
    const repeats = entriesOf(order.reference).length
    await scheduler.pass(actor, 'rail', '')
    const request = { heldUpMs: scheduler.nowMs() - askedAtMs, sender: actor.name }
    const say = (what: string) => story.tell(scheduler.nowMs(), actor.name, `sends ${order.reference}: ${what}`)
    const reply = async (written: BankAnswer, delayMs: number, what: string): Promise<TransferOutcome> => {
      say(written.status === 409 ? 'refused: the bank has this reference already' : what)
      await scheduler.sleep(actor, delayMs, 'answer')
      return server.readTransferAnswer(written, order.reference)
    }
    const take = (status: BankEntry['status'], lagMs = 0) => enter(order, status, request, lagMs)
    const write = (entry: BankEntry | undefined) => writeAnswer(entry, order.reference)
    const hang = (what: string): Promise<never> => {
      say(what)
      return new Promise(() => {})
    }
    const breakOff = async (delayMs: number, what: string): Promise<never> => {
      say(what)
      await scheduler.sleep(actor, delayMs, 'answer')
      throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
    }
    if (behaves) return reply(write(take('paid')), 20, 'the bank pays, and says so')
    if (outage !== undefined && scheduler.nowMs() < outage.untilMs) {
      parts.count(`bank ${outage.kind}`)
      if (outage.kind === 'unauthorised') return reply(answer(401, { code: 'WRONG_KEY' }), 10, 'turned away with 401')
      return hang('the bank is down, nothing arrives')
    }
    const lie = random.weigh(parts.lies)
    told.set(lie, (told.get(lie) ?? 0) + 1)
    parts.count(`bank ${lie}`)
    if (repeats > 0) parts.count('repeat reaches the bank')
    const quickMs = random.whole(5, 400)
    const slowMs = random.whole(400, terms.timeoutMs - 100)
    const lagMs = random.chance(0.6) ? random.whole(0, terms.notFoundHorizonMs - 1) : 0
    switch (lie) {
      case 'pays':
        return reply(write(take('paid', lagMs)), quickMs, 'the bank pays, and says so')
      case 'pays_slowly':
        return reply(write(take('paid', lagMs)), slowMs, `the bank pays, and says so after ${slowMs} ms`)
      case 'pays_unanswered':
        take('paid', lagMs)
        return hang('the bank pays, and never answers')
      case 'pays_and_breaks':
        take('paid', lagMs)
        return breakOff(quickMs, 'the bank pays, and answers 502')
      case 'pays_and_answers_rubbish':
        take('paid', lagMs)
        return reply(answer(200, {}), quickMs, 'the bank pays, and its answer is cut short')
      case 'pays_and_answers_4xx':
        take('paid', lagMs)
        return reply(
          answer(
            random.pick([404, 408, 409, 422]),
            random.chance(0.5) ? {} : { code: 'TIMED_OUT_INSIDE', reference: order.reference }
          ),
          quickMs,
          'the bank pays, and something on the way answers with a 4xx'
        )
      case 'pays_and_answers_of_another':
        take('paid', lagMs)
        return reply(
          answer(422, { code: 'ACCOUNT_BLOCKED', message: 'the account is blocked', reference: 'dis_item_of_another' }),
          quickMs,
          'the bank pays, and the answer is that of another transfer'
        )
      case 'loses_it':
        return breakOff(quickMs, 'lost on its way; the connection breaks')
      case 'loses_it_slowly':
        return hang('lost on its way; nobody answers')
      case 'arrives_late': {
        // By when it may have been sent again: one of the two is refused.
        later(random.whole(terms.timeoutMs, LATEST_ARRIVAL_MS), '', () => {
          const late = { ...request, sender: `${actor.name}, long on its way` }
          const isTaken = enter(order, 'paid', late, 0) !== undefined
          story.tell(
            scheduler.nowMs(),
            'the bank',
            `is reached by a request for ${order.reference} that was held up on its way, and ${isTaken ? 'pays it' : 'refuses it'}`
          )
        })
        return hang('held up on its way; nobody answers')
      }
      case 'accepts':
      case 'accepts_then_rejects':
      case 'accepts_unanswered': {
        const entry = take('accepted', lagMs)
        if (entry !== undefined) {
          const end = lie === 'accepts_then_rejects' ? 'rejected' : 'paid'
          later(random.whole(2_000, 40 * MINUTE), '', () => {
            if (entry.status === 'accepted') change(entry, end, random.chance(parts.callbackChance))
          })
        }
        if (lie === 'accepts_unanswered') return hang('the bank has it, and never answers')
        return reply(write(entry), quickMs, 'the bank has it, and will pay later')
      }
      case 'rejects':
        return reply(write(take('rejected', lagMs)), random.chance(0.3) ? slowMs : quickMs, 'the bank rejects it')
      case 'rejects_then_pays': {
        const entry = take('rejected', lagMs)
        if (entry !== undefined) later(random.whole(MINUTE, 3 * 60 * MINUTE), '', () => change(entry, 'paid', true))
        return reply(write(entry), quickMs, 'the bank rejects it, for now')
      }
      case 'pays_then_reverses': {
        const entry = take('paid', lagMs)
        if (entry !== undefined) later(random.whole(1, 3) * DAY, '', () => change(entry, 'reversed', true))
        return reply(write(entry), quickMs, 'the bank pays, for now')
      }
      case 'turns_away':
        return reply(answer(429, {}, String(retryAfterSeconds())), quickMs, 'turned away with 429')
    }
  }

  async function status(actor: Actor, reference: string): Promise<StatusOutcome> {
    askedAbout.add(reference)
    await scheduler.pass(actor, 'question', '')
    const say = (what: string) => story.tell(scheduler.nowMs(), actor.name, `asks about ${reference}: ${what}`)
    if (!behaves) {
      if (outage !== undefined && scheduler.nowMs() < outage.untilMs) {
        say('turned away')
        return server.readStatusAnswer(answer(401, { code: 'WRONG_KEY' }), reference)
      }
      if (random.chance(0.08)) {
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
    if (found.kind === 'not_found' && entriesOf(reference).length > 0) parts.count('not found just after accepting')
    await scheduler.sleep(actor, behaves ? 5 : random.whole(1, random.chance(0.1) ? terms.timeoutMs + 500 : 300))
    return found
  }

  return {
    terms,
    book,
    askedAbout,
    told,
    truth,
    connect: (actor) => ({
      name: 'simulated_bank',
      isLive: false,
      timeoutMs: terms.timeoutMs,
      maxConcurrentCalls: terms.maxConcurrentCalls,
      notFoundHorizonMs: terms.notFoundHorizonMs,
      refusesRepeatsForMs: terms.mode === 'books' ? undefined : terms.refusesRepeatsForMs,
      async inquire(account) {
        await scheduler.pass(actor, 'rail', '')
        if (!behaves && random.chance(parts.unansweredInquiries)) {
          if (random.chance(0.5)) return await new Promise(() => {})
          throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
        }
        await scheduler.sleep(actor, random.whole(1, 200))
        return account.accountNumber.endsWith(UNKNOWN_ACCOUNT_ENDING)
          ? { kind: 'invalid', message: 'no such account' }
          : { kind: 'valid', accountHolder: 'SITI RAHAYU' }
      },
      transfer: (order) => transfer(actor, order),
      status: (reference) => status(actor, reference)
    }),
    behave() {
      behaves = true
      outage = undefined
      for (const entry of book) if (entry.status === 'accepted') change(entry, 'paid', false)
    },
    beOut(kind, untilMs) {
      outage = { kind, untilMs }
    }
  }
}

function answer(status: number, fields: Record<string, unknown>, retryAfter?: string): BankAnswer {
  return { status, fields, retryAfter }
}
