import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createPool, type Pool } from '@arus/server'
import PgBoss from 'pg-boss'
import { answerQuestions } from '../../processes/answer-questions.js'
import { PAY_QUEUE, USUAL_SCHEMA, USUAL_SETTINGS, VALIDATE_QUEUE } from '../usual-schema.js'

export type UsualApiInput = { databaseUrl: string; webhookUrl: string }
export type UsualApiQuestions = { port: number }

type Item = Record<string, string>

const LOOK_EVERY_MS = 50

/** The usual way's API: submit, approve, status; and the step from one stage of a batch to the next. */
answerQuestions(async ({ databaseUrl, webhookUrl }: UsualApiInput) => {
  const pool = createPool({ databaseUrl, applicationName: 'usual api', maxConnections: 4, onError: () => {} })
  const boss = new PgBoss({ connectionString: databaseUrl, max: 4, supervise: false, schedule: false })
  boss.on('error', (error) => console.error(error))
  await boss.start()
  await pool.query(USUAL_SCHEMA)
  for (const queue of [VALIDATE_QUEUE, PAY_QUEUE]) await boss.createQueue(queue)

  const routes: Record<string, (request: IncomingMessage, id: string) => Promise<unknown>> = {
    submit: async (request) => submit(pool, boss, await readJson(request)),
    approve: (_, id) => approve(pool, boss, id),
    status: (_, id) => readStatus(pool, id)
  }
  const server = createServer(async (request, response) => {
    const [, route, id] = request.url!.split('/')
    const answer = await routes[route!]!(request, id ?? '')
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  let stopping = false
  const watching = (async () => {
    while (!stopping) {
      await moveBatches(pool, webhookUrl)
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    }
  })()
  return {
    answers: { port: () => (server.address() as AddressInfo).port },
    async close() {
      stopping = true
      await watching
      server.closeAllConnections()
      await boss.stop({ graceful: false })
      await pool.end()
    }
  }
})

async function readJson(request: IncomingMessage): Promise<{ items: Item[] }> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString())
}

async function submit(pool: Pool, boss: PgBoss, { items }: { items: Item[] }): Promise<{ id: string }> {
  const batchId = `dis_${randomBytes(12).toString('hex')}`
  const rows = items.map((item, ordinal) => ({ ...item, ordinal, id: `dis_item_${randomBytes(12).toString('hex')}` }))
  const connection = await pool.connect()
  try {
    await connection.query('BEGIN')
    await connection.query(
      "INSERT INTO payout_batches (id, merchant_id, status, item_count) VALUES ($1, 'mer_usual', 'validating', $2)",
      [batchId, items.length]
    )
    for (let start = 0; start < rows.length; start += USUAL_SETTINGS.jobsAnInsert) {
      await connection.query(
        `INSERT INTO payouts (merchant_id, batch_id, ordinal, id, status, amount_sen, bank_code, account_number, account_owner_name,
           email_recipient, phone_number, notes)
         SELECT 'mer_usual', $1, ordinal, id, 'need_validation', amount::numeric * 100, bank_code, account_number, account_owner_name,
           email_recipient, phone_number, notes
         FROM jsonb_to_recordset($2::jsonb) AS item (ordinal integer, id text, amount text, bank_code text, account_number text,
           account_owner_name text, email_recipient text, phone_number text, notes text)`,
        [batchId, JSON.stringify(rows.slice(start, start + USUAL_SETTINGS.jobsAnInsert))]
      )
    }
    await connection.query('COMMIT')
  } finally {
    connection.release()
  }
  await insertJobs(
    boss,
    VALIDATE_QUEUE,
    batchId,
    rows.map(({ id }) => id)
  )
  return { id: batchId }
}

async function insertJobs(boss: PgBoss, queue: string, batchId: string, ids: string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += USUAL_SETTINGS.jobsAnInsert) {
    const part = ids.slice(start, start + USUAL_SETTINGS.jobsAnInsert)
    await boss.insert(part.map((payoutId) => ({ name: queue, data: { payoutId, batchId } })))
  }
}

async function approve(pool: Pool, boss: PgBoss, batchId: string): Promise<{ status: string }> {
  const { rows } = await pool.query<{ id: string }>(
    "UPDATE payouts SET status = 'ready', updated_at = now() WHERE batch_id = $1 AND status = 'valid' RETURNING id",
    [batchId]
  )
  await pool.query("UPDATE payout_batches SET status = 'approved' WHERE id = $1", [batchId])
  await insertJobs(
    boss,
    PAY_QUEUE,
    batchId,
    rows.map(({ id }) => id)
  )
  return { status: 'approved' }
}

async function readStatus(pool: Pool, batchId: string): Promise<{ status: string }> {
  const { rows } = await pool.query<{ status: string }>('SELECT status FROM payout_batches WHERE id = $1', [batchId])
  return rows[0]!
}

/** A batch goes on when no payout of it is left in the stage: asked now and then, where a counter would be a queue. */
async function moveBatches(pool: Pool, webhookUrl: string): Promise<void> {
  const moves = [
    { from: 'validating', to: 'need_approval', open: ['need_validation'] },
    { from: 'approved', to: 'success', open: ['ready', 'sending'] }
  ]
  for (const { from, to, open } of moves) {
    const { rows } = await pool.query<{ id: string }>(
      `UPDATE payout_batches AS batch SET status = $2 WHERE status = $1 AND NOT EXISTS (
         SELECT 1 FROM payouts WHERE batch_id = batch.id AND status = ANY ($3) AND status IN ('need_validation', 'ready', 'sending'))
       RETURNING id`,
      [from, to, open]
    )
    for (const { id } of rows) await tell(pool, webhookUrl, id, to)
  }
}

async function tell(pool: Pool, webhookUrl: string, batchId: string, status: string): Promise<void> {
  const { rows: items } = await pool.query('SELECT * FROM payouts WHERE batch_id = $1 ORDER BY ordinal', [batchId])
  const body = JSON.stringify({ batchId, status, items }, (_, value) => (typeof value === 'bigint' ? String(value) : value))
  await fetch(webhookUrl, { method: 'POST', headers: { 'webhook-id': `${batchId} ${status}` }, body })
}
