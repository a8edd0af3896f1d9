import type pg from 'pg'
import type { Outcome, Session } from './simulated-database.js'

type Statement = {
  session: Session
  start(): Promise<pg.QueryResult>
  /** Not what begins or ends a transaction. */
  mayWait: boolean
  answer(outcome: Outcome): Promise<void>
}

/** A statement that waits for a lock, and goes on when others have let go of it. */
type Waiting = {
  session: Session
  answered: Promise<void>
  isAnswered(): boolean
  /** Undoes it, as PostgreSQL would: it waits in a circle. */
  undo(): Promise<void>
  deliver(): Promise<void>
}

/** A statement that would have stood in a queue for one row, and is started anew when those before it have had it. */
type Postponed = { statement: Statement; behind: number[] }

/** What PostgreSQL says of sessions: whom they wait for, and whether in a queue for one row, behind others. */
type Blocked = Map<number, { blockers: number[]; isQueued: boolean }>

export type StatementQueue = {
  run(statement: Statement): Promise<void>
  collectReleased(): Promise<void>
  /** Forgets what a session was about, whose process is gone. */
  drop(session: Session): Promise<void>
  deadlocks(): number
  reset(): void
}

/** How long an answer is waited for before the database is asked whether the session waits, then twice as long. It decides nothing. */
const LOOK_AFTER_MS = 5

/**
 * Runs one statement after another, and knows of each whether it is answered or waits for a lock. Of several that wait for the
 * same row PostgreSQL lets any go on once it has changed, so the second is taken back and started anew when the first has
 * had it: then the order is that of their coming, in every run.
 */
export function createStatementQueue(control: pg.PoolClient, holderId: number): StatementQueue {
  const waiting: Waiting[] = []
  let postponed: Postponed[] = []
  let deadlocks = 0

  async function findBlocked(sessions: Session[]): Promise<Blocked> {
    const { rows } = await control.query<{ id: number; blockers: number[]; isQueued: boolean }>({
      name: 'blockers',
      text: `SELECT id, pg_blocking_pids(id) AS blockers,
               EXISTS (SELECT FROM pg_locks WHERE pid = id AND NOT granted AND locktype = 'tuple') AS "isQueued"
             FROM unnest($1::integer[]) AS id`,
      values: [sessions.map(({ processId }) => processId)]
    })
    const blocked: Blocked = new Map(rows.filter(({ blockers }) => blockers.length > 0).map(({ id, ...one }) => [id, one]))
    for (const { statement, behind } of postponed) blocked.set(statement.session.processId, { blockers: behind, isQueued: true })
    return blocked
  }

  /** Whether who waits for this session is waited for by it. */
  function isInCircle({ processId }: Session, blocked: Blocked): boolean {
    const seen = new Set<number>()
    const reaches = (id: number): boolean =>
      (blocked.get(id)?.blockers ?? []).some((blocker) => {
        if (blocker === processId) return true
        if (seen.has(blocker)) return false
        seen.add(blocker)
        return reaches(blocker)
      })
    return reaches(processId)
  }

  /**
   * Who must have had what this one waits for, before it may: those in the queue for the same row, and those that wait for the same
   * transaction, since all of them would go on at once when it ends. But the row that the world holds itself it does not
   * change, and there a second may stand in the queue.
   */
  function findThoseBefore({ processId }: Session, blocked: Blocked): number[] {
    const { blockers, isQueued } = blocked.get(processId)!
    if (isQueued) {
      const isBehindFirst = blockers.length === 1 && (blocked.get(blockers[0]!)?.blockers.includes(holderId) ?? false)
      return isBehindFirst ? [] : blockers
    }
    const isShared = (id: number) => blocked.get(id)?.blockers.some((blocker) => blockers.includes(blocker)) ?? false
    return waiting.map(({ session }) => session.processId).filter(isShared)
  }

  async function run(statement: Statement): Promise<void> {
    const { session, mayWait } = statement
    // Where others wait it may have to be taken back.
    if (session.isInTransaction && mayWait && waiting.length > 0) await session.client.query('SAVEPOINT before')
    let isAnswered = false
    let isUndone = false
    let outcome: Outcome | undefined
    const answered = statement.start().then(
      (result) => {
        outcome = { result }
        isAnswered = true
      },
      (error) => {
        outcome = { error: isUndone ? Object.assign(new Error('deadlock detected'), { code: '40P01' }) : error }
        isAnswered = true
      }
    )
    async function cancel(): Promise<void> {
      await control.query('SELECT pg_cancel_backend($1)', [session.processId])
      await answered
    }
    async function undo(): Promise<void> {
      deadlocks++
      isUndone = true
      await cancel()
    }
    for (let lookAfterMs = LOOK_AFTER_MS; !isAnswered; lookAfterMs *= 2) {
      await Promise.race([answered, later(lookAfterMs)])
      if (isAnswered) break
      const blocked = await findBlocked([session, ...waiting.map((one) => one.session)])
      if (isAnswered || !blocked.has(session.processId)) continue
      // A circle is broken by undoing the statement that closed it, as PostgreSQL would after its own time.
      if (isInCircle(session, blocked)) {
        await undo()
        break
      }
      const behind = findThoseBefore(session, blocked)
      if (behind.length > 0) {
        await cancel()
        if (session.isInTransaction) await session.client.query('ROLLBACK TO SAVEPOINT before')
        postponed.push({ statement, behind })
        return
      }
      waiting.push({ session, answered, undo, isAnswered: () => isAnswered, deliver: () => statement.answer(outcome!) })
      return
    }
    await statement.answer(outcome!)
  }

  /** Starts those anew that nobody stands before any more, in the order of their coming. */
  async function runPostponed(): Promise<boolean> {
    const isBefore = (id: number) => waiting.some(({ session }) => session.processId === id)
    const next = postponed.find(({ behind }) => !behind.some(isBefore))
    if (next === undefined) return false
    postponed = postponed.filter((one) => one !== next)
    await run(next.statement)
    return true
  }

  /** Two that waited for a third can wait for each other when it is gone: of a circle the one that came last is undone. */
  async function breakCircle(open: Waiting[], blocked: Blocked): Promise<boolean> {
    const last = open.findLast((one) => isInCircle(one.session, blocked))
    await last?.undo()
    return last !== undefined
  }

  return {
    run,
    async collectReleased() {
      while (waiting.length > 0 || postponed.length > 0) {
        const open = waiting.filter((one) => !one.isAnswered())
        const blocked = await findBlocked(open.map((one) => one.session))
        // An answer may lie in the socket: it is waited for, since a session that nobody blocks must answer.
        if (open.some((one) => !one.isAnswered() && !blocked.has(one.session.processId))) {
          await later(0)
          continue
        }
        if (await breakCircle(open, blocked)) continue
        for (const one of waiting.filter((one) => one.isAnswered())) {
          waiting.splice(waiting.indexOf(one), 1)
          await one.deliver()
        }
        if (!(await runPostponed())) return
      }
    },
    async drop(session) {
      postponed = postponed.filter(({ statement }) => statement.session !== session)
      const one = waiting.find((other) => other.session === session)
      if (one === undefined) return
      waiting.splice(waiting.indexOf(one), 1)
      await control.query('SELECT pg_cancel_backend($1)', [session.processId])
      await one.answered
    },
    deadlocks: () => deadlocks,
    reset() {
      deadlocks = 0
    }
  }
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
