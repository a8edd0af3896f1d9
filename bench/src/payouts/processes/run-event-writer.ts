import { setTimeout as delay } from 'node:timers/promises'
import { createPool } from '@arus/server'
import { answerQuestions } from '../../processes/answer-questions.js'

export type EventWriterInput = { databaseUrl: string; merchantIds: string[]; perSecond: number; connections: number }
/** When each event was committed, by the wall clock; and how late the last ones were begun. */
export type WrittenEvents = { committedAtMs: Map<string, number>; mostLateMs: number }
export type EventWriterQuestions = { written: WrittenEvents }

/**
 * Writes an event and its delivery for one merchant after the other, so many a second, as the server's own code does: with
 * what it is about, in one commit. Nobody is woken by it, as in the server.
 */
answerQuestions(async ({ databaseUrl, merchantIds, perSecond, connections }: EventWriterInput) => {
  const pool = createPool({ databaseUrl, applicationName: 'event writer', maxConnections: connections, onError: () => {} })
  const committedAtMs = new Map<string, number>()
  let mostLateMs = 0

  async function write(merchantId: string, index: number): Promise<void> {
    const eventId = `evt_bench${String(index).padStart(20, '0')}_${process.pid}`
    await pool.query({
      name: 'write-bench-event',
      text: `WITH validation AS (
               INSERT INTO account_validations (merchant_id, id, is_live, bank_code, account_number, status, account_holder, completed_at)
               VALUES ($1, $2, false, 'bca', '8422640', 'valid', 'JANE DOE', arus_now())
             ), event AS (
               INSERT INTO events (merchant_id, id, is_live, type, account_validation_id)
               VALUES ($1, $2, false, 'account_validation.completed', $2)
               RETURNING merchant_id, id, is_live
             )
             INSERT INTO deliveries (merchant_id, event_id, endpoint_id)
             SELECT merchant_id, event.id, endpoint.id
             FROM event JOIN webhook_endpoints AS endpoint USING (merchant_id, is_live) WHERE endpoint.deleted_at IS NULL`,
      values: [merchantId, eventId]
    })
    committedAtMs.set(eventId, performance.timeOrigin + performance.now())
  }

  async function writeAll(): Promise<WrittenEvents> {
    const startedMs = performance.now()
    const writes: Promise<void>[] = []
    for (const [index, merchantId] of merchantIds.entries()) {
      const lateMs = performance.now() - startedMs - (index * 1000) / perSecond
      mostLateMs = Math.max(mostLateMs, lateMs)
      if (lateMs < 0) await delay(-lateMs)
      writes.push(write(merchantId, index))
    }
    await Promise.all(writes)
    return { committedAtMs, mostLateMs }
  }

  return { answers: { written: writeAll }, close: () => pool.end() }
})
