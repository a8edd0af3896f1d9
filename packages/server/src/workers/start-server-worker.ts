import { inquireAccounts } from '../account-validations/inquire-accounts.js'
import { createCaseAnnouncer } from '../cases/create-case-announcer.js'
import type { Pool } from '../database/create-pool.js'
import type { ServerContext } from '../http/server-context.js'
import { deleteExpiredAnswers } from '../idempotency/delete-expired-answers.js'
import { type Clock, SYSTEM_CLOCK } from '../time/clock.js'
import { createAddressGuard, resolveBySystem } from '../webhooks/address-guard.js'
import { createWebhookSender } from '../webhooks/create-webhook-sender.js'
import { deliverDue } from '../webhooks/deliver-due.js'
import { createWorker } from './create-worker.js'

const DELIVERIES_AT_ONCE = 32
const INQUIRIES_AT_ONCE = 50
const ANSWERS_DELETED_AT_ONCE = 1000
const DELETE_EVERY_MS = 60_000
const ANNOUNCE_CASES_EVERY_MS = 30_000

/** Starts all that a server does in the background: the batches' work, account validations, webhooks, telling of cases, tidying up. */
export function startServerWorker(context: ServerContext & { workerPool: Pool; clock?: Clock; random?: () => number }): {
  stop(): Promise<void>
} {
  const { workerPool: pool, configuration, rails, masterKey, log, clock = SYSTEM_CLOCK, random = Math.random } = context
  const sender = createWebhookSender({
    guard: createAddressGuard({ allowedCidrs: configuration.webhookAllow, resolve: resolveBySystem }),
    clock
  })
  const onError = (step: string, error: unknown) => log.error({ err: error, step }, 'a step of the worker failed')
  const delivery = { pool, masterKey, sender, random, clock, onError: (error: unknown) => onError('deliver', error) }
  const announceCases = createCaseAnnouncer(pool, ({ id: caseId, kind, batchId, itemId }) =>
    log.warn({ caseId, kind, batchId, itemId }, 'a case was opened: a person must look')
  )
  const worker = createWorker({
    pool,
    rails,
    feePerItemSen: configuration.feePerItemSen,
    leaseMs: configuration.leaseMs,
    clock,
    steps: [
      { name: 'deliver', step: (signal) => deliverDue(delivery, { signal, limit: DELIVERIES_AT_ONCE }) },
      { name: 'inquire', step: (signal) => inquireAccounts({ pool, rails, clock }, { signal, limit: INQUIRIES_AT_ONCE }) },
      { name: 'tidy', step: notOftenerThan(clock, DELETE_EVERY_MS, () => deleteExpiredAnswers(pool, ANSWERS_DELETED_AT_ONCE)) },
      { name: 'announce cases', step: notOftenerThan(clock, ANNOUNCE_CASES_EVERY_MS, announceCases) }
    ],
    onError
  })
  // Its attempts bear this name: by it a process is found in the rows, and rows in a log.
  log.info({ workerId: worker.id }, 'a worker started')
  return {
    async stop() {
      await worker.stop()
      await sender.close()
    }
  }
}

/** Once it finds nothing to do, it isn't asked again for a while. */
function notOftenerThan(clock: Clock, everyMs: number, step: () => Promise<number>): () => Promise<number> {
  let nextRunAt = 0
  return async () => {
    if (clock.elapsedMs() < nextRunAt) return 0
    const count = await step()
    if (count === 0) nextRunAt = clock.elapsedMs() + everyMs
    return count
  }
}
