import type { QueryConfig, QueryResult } from 'pg'
import type { Connection, Pool } from '../../../packages/server/src/database/create-pool.js'
import type { Clock } from '../../../packages/server/src/time/clock.js'
import type { Actor } from './actor.js'
import type { Random } from './random.js'
import type { Scheduler } from './scheduler.js'
import type { Outcome, Session, SimulatedDatabase } from './simulated-database.js'

/** What can befall one statement on its way. */
export type StatementFate = 'runs' | 'is_lost_before' | 'is_lost_after' | 'is_undone' | 'is_refused'

export type PoolParts = {
  actor: Actor
  scheduler: Scheduler
  database: SimulatedDatabase
  clock: Clock
  random: Random
  maxSessions: number
  /** Drawn for each statement when it goes on. */
  drawFate(config: QueryConfig): StatementFate
  describe(config: QueryConfig, result: QueryResult): string
  tell(what: string): void
  /** Wakes all workers that listen, unless the world loses the message. */
  notifyAll(): void
  /** Told of what a process must never do. */
  onFault(fault: string): void
  /** Told of every answer, for checks that need to see the way and not only the end. */
  onAnswer(config: QueryConfig, result: QueryResult): Promise<void>
}

const LOST = () => new Error('Connection terminated unexpectedly')
const UNDONE = () => Object.assign(new Error('could not serialize access'), { code: '40001' })

/**
 * A pool of one simulated process: every statement is parked until the scheduler lets it go, and then runs on the real
 * PostgreSQL. Listening and waking are the scheduler's own, since a real notification would come when it likes.
 */
export function createSimulatedPool(parts: PoolParts): Pool {
  const { actor, scheduler, database } = parts
  const idle: Session[] = []
  const all = new Set<Session>()
  const waiters: ((session: Session | undefined) => void)[] = []
  let slots = 0

  /** A place in the pool; its session is opened when it is first needed. */
  type Slot = { session: Session | undefined; pending: number }
  const inUse = new Set<Slot>()

  actor.isInTransaction = () => [...inUse].some(({ session }) => session?.isInTransaction === true && !session.isBroken)
  // Whoever has a transaction open waits for the database and for nothing else: no call, and no timer.
  actor.onRest.add(() => {
    for (const { session, pending } of inUse)
      if (session?.isInTransaction && !session.isBroken && pending === 0)
        parts.onFault('has a transaction open, and waits for what is no statement of it')
  })

  async function acquire(): Promise<Slot> {
    const slot = { session: await takeSession(), pending: 0 }
    inUse.add(slot)
    return slot
  }

  function takeSession(): Promise<Session | undefined> {
    const session = idle.pop()
    if (session !== undefined) return Promise.resolve(session)
    if (slots < parts.maxSessions) {
      slots++
      return Promise.resolve(undefined)
    }
    return new Promise((resolve) => waiters.push(resolve))
  }

  function release(slot: Slot): void {
    inUse.delete(slot)
    if (!actor.isAlive) return
    const { session } = slot
    const usable = session === undefined || session.isBroken ? undefined : session
    const waiter = waiters.shift()
    if (waiter !== undefined) waiter(usable)
    else if (usable !== undefined) idle.push(usable)
    else slots--
  }

  actor.onCrash.add(async () => {
    for (const session of all) if (!session.isBroken) await database.kill(session)
  })

  async function execute(slot: Slot, config: QueryConfig, answer: (outcome: Outcome) => void): Promise<void> {
    if (slot.session === undefined) {
      slot.session = await database.open(parts.random.next())
      all.add(slot.session)
    }
    const { session } = slot
    if (session.isBroken) return answer({ error: LOST() })
    if (config.text === 'BEGIN') session.isInTransaction = true
    if (config.name === 'pick-batch') await database.tick()
    const fate = parts.drawFate(config)
    if (fate === 'is_lost_before') {
      parts.tell(`loses its connection before ${nameOf(config)}`)
      await database.kill(session)
      return answer({ error: LOST() })
    }
    if (fate === 'is_undone') {
      parts.tell(`is told by the database that ${nameOf(config)} was undone`)
      await database.query(session, { text: 'ROLLBACK' })
      session.isInTransaction = false
      return answer({ error: UNDONE() })
    }
    if (fate === 'is_refused') {
      parts.tell(`can't write: the database refuses ${nameOf(config)}`)
      await database.query(session, { text: 'ROLLBACK' })
      return answer({ error: Object.assign(new Error('value too strange'), { code: '22023' }) })
    }
    await database.run({
      session,
      mayWait: !['BEGIN', 'COMMIT', 'ROLLBACK'].includes(config.text),
      start: () => database.query(session, config),
      answer: async (outcome) => {
        if (config.text === 'COMMIT' || config.text === 'ROLLBACK') session.isInTransaction = false
        if ('result' in outcome) {
          noteLook(session, config, outcome.result)
          await parts.onAnswer(config, outcome.result)
        }
        if (fate === 'is_lost_after' && 'result' in outcome) {
          parts.tell(`loses its connection: ${nameOf(config)} was done, and nobody is told`)
          if (!session.isBroken) await database.kill(session)
          return answer({ error: LOST() })
        }
        answer(outcome)
      }
    })
  }

  /** A loop that found nothing waits until it is time to look again: a timer that is set now waits for the same. */
  function noteLook(session: Session, { name = '', text, values = [] }: QueryConfig, { rowCount }: QueryResult): void {
    if (text === 'BEGIN') session.lastLook = ''
    else if (text !== 'COMMIT')
      session.lastLook = (rowCount ?? 0) > 0 ? '' : name === 'pick-batch' ? `${name} ${String(values[1])}` : name
    scheduler.noteLook(session.lastLook)
  }

  function query(slot: Slot, config: QueryConfig): Promise<QueryResult> {
    slot.pending++
    return new Promise((resolve, reject) => {
      let isWaiting = true
      const answer = (outcome: Outcome) => {
        const deliver = () => {
          slot.pending--
          if ('error' in outcome) return reject(outcome.error as Error)
          const isIdle = config.text === 'COMMIT' && slot.session?.lastLook !== ''
          const what = isIdle ? '' : parts.describe(config, outcome.result)
          if (what !== '') parts.tell(what)
          resolve(outcome.result)
        }
        // One that waited for a lock is answered while another goes on: it takes its turn.
        if (isWaiting) deliver()
        else scheduler.park({ actor, kind: 'answer', what: `gets on: ${nameOf(config)} waited for a lock`, go: deliver })
      }
      scheduler.park({
        actor,
        kind: 'query',
        what: '',
        isInTransaction: slot.session?.isInTransaction === true,
        go: async () => {
          await execute(slot, config, answer)
          isWaiting = false
        }
      })
    })
  }

  const toConfig = (text: string | QueryConfig, values?: unknown[]): QueryConfig =>
    typeof text === 'string' ? { text, ...(values === undefined ? {} : { values }) } : text

  async function connect(): Promise<Connection> {
    const slot = await acquire()
    const listeners = new Set<() => void>()
    const connection = {
      async query(text: string | QueryConfig, values?: unknown[]) {
        const config = toConfig(text, values)
        if (config.name === 'wake-workers') parts.onFault('wakes the workers from within a transaction')
        if (config.text.startsWith('LISTEN ')) {
          await scheduler.pass(actor, 'query', '')
          for (const listener of listeners) actor.onNotification.add(listener)
          return { rows: [], rowCount: 0 }
        }
        return await query(slot, config)
      },
      on(event: string, listener: () => void) {
        if (event === 'notification') listeners.add(listener)
        return connection
      },
      once: () => connection,
      removeListener(_event: string, listener: () => void) {
        listeners.delete(listener)
        actor.onNotification.delete(listener)
        return connection
      },
      release(fault?: unknown) {
        // Closed instead of given back: whoever comes next gets another.
        const { session } = slot
        if (!fault || session === undefined || session.isBroken) return release(slot)
        void database.kill(session).then(() => release(slot))
      }
    }
    return connection as unknown as Connection
  }

  return {
    clock: parts.clock,
    random: parts.random.next,
    connect,
    async query(text: string | QueryConfig, values?: unknown[]) {
      const config = toConfig(text, values)
      if (config.name === 'wake-workers') {
        await scheduler.pass(actor, 'query', '')
        parts.notifyAll()
        return { rows: [], rowCount: 1 }
      }
      const slot = await acquire()
      try {
        return await query(slot, config)
      } finally {
        release(slot)
      }
    },
    on: () => {},
    end: async () => {}
  } as unknown as Pool
}

function nameOf(config: QueryConfig): string {
  return config.name ?? config.text.trim().split(/\s+/).slice(0, 3).join(' ')
}
