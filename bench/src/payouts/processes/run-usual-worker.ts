import { randomUUID } from 'node:crypto'
import { createPool } from '@arus/server'
import PgBoss from 'pg-boss'
import { answerQuestions } from '../../processes/answer-questions.js'
import { PAY_QUEUE, type PayoutJob, USUAL_SETTINGS, VALIDATE_QUEUE } from '../usual-schema.js'

export type UsualWorkerInput = { databaseUrl: string }
export type UsualWorkerQuestions = { paid: number }

const IDLE_MS = 50

/** The usual way's worker: a job for each payout and stage, a commit for each step, and a bank that answers at once. */
answerQuestions(async ({ databaseUrl }: UsualWorkerInput) => {
  const workerId = `worker_${randomUUID()}`
  const pool = createPool({
    databaseUrl,
    applicationName: 'usual worker',
    maxConnections: USUAL_SETTINGS.payoutsAtOnceAProcess,
    onError: () => {}
  })
  const boss = new PgBoss({ connectionString: databaseUrl, max: 4, supervise: false, schedule: false, migrate: false })
  boss.on('error', (error) => console.error(error))
  await boss.start()
  let paid = 0

  async function validate({ payoutId }: PayoutJob): Promise<void> {
    await pool.query({
      name: 'validated',
      text: `UPDATE payouts SET status = 'valid', real_name = upper(account_owner_name), updated_at = now()
             WHERE id = $1 AND status = 'need_validation'`,
      values: [payoutId]
    })
  }

  async function pay({ payoutId }: PayoutJob): Promise<void> {
    const { rowCount } = await pool.query({
      name: 'sending',
      text: `WITH claimed AS (UPDATE payouts SET status = 'sending', attempt = attempt + 1, updated_at = now()
                              WHERE id = $1 AND status = 'ready' RETURNING id, attempt)
             INSERT INTO payout_attempts (payout_id, attempt, rail, worker_id) SELECT id, attempt, 'simulated_bank', $2 FROM claimed`,
      values: [payoutId, workerId]
    })
    if (rowCount !== 1) return
    paid++
    await pool.query({
      name: 'paid',
      text: `WITH done AS (UPDATE payouts SET status = 'done', receipt = $2, updated_at = now()
                           WHERE id = $1 AND status = 'sending' RETURNING id, attempt)
             UPDATE payout_attempts AS attempt SET outcome = 'paid', rail_reference = $2, answered_at = now()
             FROM done WHERE attempt.payout_id = $1 AND attempt.attempt = done.attempt`,
      values: [payoutId, 'SIM000000000001']
    })
  }

  let stopping = false
  async function loop(queue: string, work: (job: PayoutJob) => Promise<void>): Promise<void> {
    while (!stopping) {
      const jobs = await boss.fetch<PayoutJob>(queue, { batchSize: USUAL_SETTINGS.jobsAFetch })
      if (jobs.length === 0) {
        await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
        continue
      }
      await Promise.all(jobs.map(({ data }) => work(data)))
      await boss.complete(
        queue,
        jobs.map(({ id }) => id)
      )
    }
  }
  const loops: Promise<void>[] = []
  for (let index = 0; index < USUAL_SETTINGS.loopsAProcess; index++) {
    loops.push(loop(VALIDATE_QUEUE, validate), loop(PAY_QUEUE, pay))
  }
  return {
    answers: { paid: () => paid },
    async close() {
      stopping = true
      await Promise.all(loops)
      await boss.stop({ graceful: false })
      await pool.end()
    }
  }
})
