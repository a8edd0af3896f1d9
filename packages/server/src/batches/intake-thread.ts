import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { createPool, type PoolOptions } from '../database/create-pool.js'
import { ApiError, type ErrorCode, type FieldError } from '../errors/api-error.js'
import type { IdempotentAnswer } from '../idempotency/run-idempotently.js'
import { type Intake, intakeBytes } from './intake-submission.js'

// The entry of a thread of `createIntakePool`: one submit at a time, on a database connection of its own.

/** Asks the thread to take in one batch; or, without one, to close its connection and end. */
export type IntakeRequest = { intake: Intake; bytes: Uint8Array } | 'stop'

/** What became of it. Errors are told in their parts, since they lose their kind on the way between threads. */
export type IntakeReply =
  | { kind: 'answer'; answer: IdempotentAnswer }
  | { kind: 'refusal'; code: ErrorCode; message: string; fieldErrors: FieldError[]; retryAfterSeconds: number | undefined }
  | { kind: 'fault'; error: Error }

const database = workerData as Pick<PoolOptions, 'databaseUrl' | 'maxSilenceMs'>
const port = parentPort as MessagePort
// A connection lost while idle shows with the next batch that needs it.
const pool = createPool({ ...database, maxConnections: 1, applicationName: 'arus intake', onError: () => {} })

port.on('message', async (request: IntakeRequest) => {
  if (request === 'stop') {
    await pool.end()
    port.close()
    return
  }
  port.postMessage(await takeIn(request.intake, request.bytes))
})

async function takeIn(intake: Intake, bytes: Uint8Array): Promise<IntakeReply> {
  try {
    return { kind: 'answer', answer: await intakeBytes(pool, intake, bytes) }
  } catch (error) {
    if (!(error instanceof ApiError)) return { kind: 'fault', error: error as Error }
    const { code, message, fieldErrors, retryAfterSeconds } = error
    return { kind: 'refusal', code, message, fieldErrors, retryAfterSeconds }
  }
}
