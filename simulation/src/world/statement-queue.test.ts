import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Connection } from '../../../packages/server/src/database/create-pool.js'
import { createTestDatabase, type TestDatabase } from '../../../packages/server/src/testing/create-test-database.js'
import type { Outcome, Session } from './simulated-database.js'
import { createStatementQueue } from './statement-queue.js'

let database: TestDatabase
let control: Connection
let holder: Session
let sessions: Session[]
let queue: ReturnType<typeof createStatementQueue>

async function openSession(): Promise<Session> {
  const client = await database.pool.connect()
  // Circles are found by the queue, and never by a clock.
  const { rows } = await client.query<{ id: number }>(
    `SELECT pg_backend_pid() AS id FROM set_config('deadlock_timeout', '1h', false)`
  )
  return { client, processId: rows[0]!.id, isInTransaction: false, isBroken: false, lastLook: '' }
}

beforeAll(async () => {
  database = await createTestDatabase({ isMigrated: false })
  await database.pool.query(`CREATE TABLE places (id integer PRIMARY KEY, guest text NOT NULL DEFAULT '')`)
  await database.pool.query('INSERT INTO places SELECT generate_series(1, 3)')
  control = await database.pool.connect()
  holder = await openSession()
  sessions = [await openSession(), await openSession(), await openSession(), await openSession(), await openSession()]
})
beforeEach(() => {
  queue = createStatementQueue(control, holder.processId)
})
afterAll(async () => {
  for (const { client } of [holder, ...sessions]) client.release()
  control.release()
  await database.drop()
})

/** Runs a statement, and notes its answer in the order in which answers come. */
function run(session: Session, text: string, answers: string[]): Promise<void> {
  if (text === 'BEGIN') session.isInTransaction = true
  const name = sessions.indexOf(session)
  return queue.run({
    session,
    mayWait: !['BEGIN', 'COMMIT', 'ROLLBACK'].includes(text),
    start: () => session.client.query(text),
    async answer(outcome: Outcome) {
      if (text === 'COMMIT' || text === 'ROLLBACK') session.isInTransaction = false
      answers.push('error' in outcome ? `${name} ${(outcome.error as { code: string }).code}` : `${name} ${text.split(' ')[0]}`)
    }
  })
}

it('answers a statement that waits for a lock once that is free, and not before', async () => {
  const [first, second] = sessions as [Session, Session]
  const answers: string[] = []
  await run(first, 'BEGIN', answers)
  await run(first, `UPDATE places SET guest = 'first' WHERE id = 1`, answers)
  await run(second, `UPDATE places SET guest = 'second' WHERE id = 1`, answers)
  await queue.collectReleased()
  expect(answers).toEqual(['0 BEGIN', '0 UPDATE'])
  await run(first, 'COMMIT', answers)
  await queue.collectReleased()
  expect(answers.slice(2)).toEqual(['0 COMMIT', '1 UPDATE'])
  expect(queue.deadlocks()).toBe(0)
})

it('gives a row to those that wait for it in the order of their coming, however often it changed meanwhile', async () => {
  for (let round = 0; round < 5; round++) {
    const answers: string[] = []
    for (const session of sessions) await run(session, 'BEGIN', answers)
    for (const session of sessions) await run(session, `SELECT FROM places WHERE id = 1 FOR UPDATE`, answers)
    for (const session of sessions) {
      await run(session, `UPDATE places SET guest = guest || '.' WHERE id = 1`, answers)
      await run(session, 'COMMIT', answers)
      await queue.collectReleased()
    }
    expect(answers.filter((one) => one.endsWith('SELECT'))).toEqual(['0 SELECT', '1 SELECT', '2 SELECT', '3 SELECT', '4 SELECT'])
  }
})

it('finds the circle of two that lock the same rows in two orders, and undoes the one that came last', async () => {
  const [first, second] = sessions as [Session, Session]
  const answers: string[] = []
  await holder.client.query('BEGIN')
  await holder.client.query('SELECT FROM places WHERE id = 2 FOR UPDATE')
  await run(first, 'BEGIN', answers)
  await run(second, 'BEGIN', answers)
  await run(first, 'SELECT FROM places ORDER BY id DESC FOR UPDATE', answers)
  await run(second, 'SELECT FROM places ORDER BY id FOR UPDATE', answers)
  await queue.collectReleased()
  expect(queue.deadlocks()).toBe(0)
  await holder.client.query('ROLLBACK')
  await queue.collectReleased()
  expect(queue.deadlocks()).toBe(1)
  expect(answers.slice(2).sort()).toEqual(['0 SELECT', '1 40P01'])
  await run(second, 'ROLLBACK', answers)
  await run(first, 'COMMIT', answers)
})
