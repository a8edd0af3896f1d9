import { afterAll, beforeAll, expect, it } from 'vitest'
import { withTransaction } from '../database/with-transaction.js'
import { startTestServer, type TestServer } from '../testing/start-test-server.js'
import { until } from '../testing/until.js'
import { insertTestBatch, insertTestMerchant } from '../testing/webhook-fixtures.js'
import { startServerWorker } from '../workers/start-server-worker.js'
import { createCaseAnnouncer } from './create-case-announcer.js'
import { openCases } from './open-cases.js'
import type { OpenedCase } from './read-new-cases.js'

let server: TestServer
let batch: { merchantId: string; isLive: boolean; id: string }
beforeAll(async () => {
  server = await startTestServer()
  const merchant = await insertTestMerchant(server.pool)
  const items = Array.from({ length: 4 }, () => ({ status: 'done' }))
  batch = { ...merchant, id: await insertTestBatch(server.pool, merchant, { status: 'partially_success', items }) }
})
afterAll(() => server.stop())

const open = (ordinal: number) =>
  withTransaction(server.pool, (connection) =>
    openCases(connection, batch, [{ kind: 'contradiction', ordinal, detail: { account: '8422640' } }])
  )
const setOpenedAt = (id: string, shift: string) =>
  server.pool.query('UPDATE cases SET opened_at = opened_at + $2::interval WHERE id = $1', [id, shift])

it('tells of every open case once: those from before, those opened since, and those whose commit came late', async () => {
  const told: OpenedCase[] = []
  const announce = createCaseAnnouncer(server.pool, (opened) => void told.push(opened))
  const [first] = await open(0)
  await setOpenedAt(first!, '-3 days')
  const [closed] = await open(3)
  await server.pool.query('UPDATE cases SET closed_at = arus_now() WHERE id = $1', [closed])
  expect(await announce()).toBe(1)
  const [second] = await open(1)
  expect(await announce()).toBe(1)
  const [late] = await open(2)
  await setOpenedAt(late!, '-2 minutes')
  expect(await announce()).toBe(1)
  expect(await announce()).toBe(0)
  expect(told.map(({ id }) => id)).toEqual([first, second, late])
  expect(told[0]).toMatchObject({ kind: 'contradiction', batchId: batch.id, itemId: `${batch.id}_0` })
})

it('is a step of every worker, and a warning in its log without account numbers', async () => {
  const lines: Record<string, unknown>[] = []
  const warn = (fields: object, message: string) => void lines.push({ ...fields, message })
  // Over the log, not a copy of it, whose other levels would write nowhere.
  const log: typeof server.context.log = Object.assign(Object.create(server.context.log), { warn })
  const worker = startServerWorker({ ...server.context, log, workerPool: server.pool })
  try {
    await until(
      async () => lines.length,
      (count) => count === 3
    )
  } finally {
    await worker.stop()
  }
  expect(lines[0]).toEqual({
    caseId: expect.stringMatching(/^case_/),
    kind: 'contradiction',
    batchId: batch.id,
    itemId: `${batch.id}_0`,
    message: 'a case was opened: a person must look'
  })
})
