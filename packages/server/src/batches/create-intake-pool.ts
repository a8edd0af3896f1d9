import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { ApiError } from '../errors/api-error.js'
import type { IdempotentAnswer } from '../idempotency/run-idempotently.js'
import type { Intake } from './intake-submission.js'
import type { IntakeReply, IntakeRequest } from './intake-thread.js'

/** Threads that take in large batches, so that parsing 12 MB holds up nobody else. */
export type IntakePool = {
  /** The bytes are handed over, not copied: nobody may use them afterwards. Waits while all threads are at work. */
  takeIn(intake: Intake, bytes: Uint8Array): Promise<IdempotentAnswer>
  /** Lets running work end, then ends the threads. */
  stop(): Promise<void>
}

type Job = { intake: Intake; bytes: Uint8Array; resolve(answer: IdempotentAnswer): void; reject(error: unknown): void }
type Thread = { worker: Worker; job: Job | undefined; exited: Promise<void> }

/** Node 20 can't load TypeScript into a thread, so when the sources run (in tests), the thread runs their build. */
const ENTRY = fileURLToPath(import.meta.url.replace(/\/src\/(batches\/[^/]+)\.ts$/, '/dist/$1.js')).replace(
  'create-intake-pool',
  'intake-thread'
)

/**
 * Makes a pool of intake threads. A thread is started when it's first needed, and keeps no process alive.
 *
 * @param databaseUrl each thread opens one connection of its own
 */
export function createIntakePool({
  maxThreads,
  ...workerData
}: {
  databaseUrl: string
  maxThreads: number
  maxSilenceMs?: number
}): IntakePool {
  const threads = new Set<Thread>()
  const waiting: Job[] = []
  let stopping = false

  function assign(): void {
    while (waiting.length > 0) {
      const idle =
        [...threads].find((thread) => thread.job === undefined) ?? (threads.size < maxThreads ? startThread() : undefined)
      if (idle === undefined) return
      const job = waiting.shift()!
      idle.job = job
      idle.worker.ref()
      const request: IntakeRequest = { intake: job.intake, bytes: job.bytes }
      idle.worker.postMessage(request, [job.bytes.buffer as ArrayBuffer])
    }
  }

  function startThread(): Thread {
    const worker = new Worker(ENTRY, { workerData })
    const thread: Thread = { worker, job: undefined, exited: new Promise((resolve) => worker.once('exit', () => resolve())) }
    threads.add(thread)
    worker.on('message', (reply: IntakeReply) => {
      const { job } = thread
      thread.job = undefined
      worker.unref()
      if (job !== undefined) settle(job, reply)
      assign()
    })
    let fault: unknown
    worker.on('error', (error) => {
      fault = error
    })
    worker.on('exit', (exitCode) => {
      threads.delete(thread)
      // What it was doing is undone by the database, or was committed: its caller finds out by asking again.
      thread.job?.reject(fault ?? new Error(`an intake thread ended with exit code ${exitCode}`))
      if (!stopping) assign()
    })
    return thread
  }

  return {
    takeIn(intake, bytes) {
      if (stopping)
        return Promise.reject(new ApiError('SERVER_BUSY', { message: 'the server is stopping', retryAfterSeconds: 5 }))
      return new Promise((resolve, reject) => {
        waiting.push({ intake, bytes, resolve, reject })
        assign()
      })
    },
    async stop() {
      stopping = true
      for (const job of waiting.splice(0))
        job.reject(new ApiError('SERVER_BUSY', { message: 'the server is stopping', retryAfterSeconds: 5 }))
      const ending = [...threads]
      // A thread reads its messages in turn, so it ends what it's doing first.
      for (const thread of ending) {
        thread.worker.ref()
        thread.worker.postMessage('stop' satisfies IntakeRequest)
      }
      await Promise.all(ending.map((thread) => thread.exited))
    }
  }
}

function settle(job: Job, reply: IntakeReply): void {
  if (reply.kind === 'answer') job.resolve(reply.answer)
  else if (reply.kind === 'fault') job.reject(reply.error)
  else {
    const { code, message, fieldErrors, retryAfterSeconds } = reply
    job.reject(new ApiError(code, { message, fieldErrors, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }))
  }
}
