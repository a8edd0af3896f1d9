import { inquireAccounts } from '../account-validations/inquire-accounts.js'
import { createCaseAnnouncer } from '../cases/create-case-announcer.js'
import type { Pool } from '../database/create-pool.js'
import type { Metrics } from '../http/create-metrics.js'
import type { ServerContext } from '../http/server-context.js'
import { deleteExpiredAnswers } from '../idempotency/delete-expired-answers.js'
import { checkLedgerWhenDue } from '../ledger/check-ledger-when-due.js'
import { readBankBooks } from '../rails/read-bank-books.js'
import { type Clock, SYSTEM_CLOCK } from '../time/clock.js'
import { createAddressGuard, resolveBySystem } from '../webhooks/address-guard.js'
import { createWebhookSender, type WebhookSender } from '../webhooks/create-webhook-sender.js'
import { deliverDue } from '../webhooks/deliver-due.js'
import { createWorker } from './create-worker.js'

const INQUIRIES_AT_ONCE = 50
const ANSWERS_DELETED_AT_ONCE = 1000
const DELETE_EVERY_MS = 60_000
const ANNOUNCE_CASES_EVERY_MS = 30_000
/** How often it is looked whether the books are to be checked. */
const LOOK_AT_LEDGER_EVERY_MS = 60_000

/** Starts all that a server does in the background: the batches' work, account validations, webhooks, telling of cases, tidying up. */
export function startServerWorker(context: ServerContext & { workerPool: Pool; clock?: Clock; random?: () => number }): {
  stop(): Promise<void>
} {
  const { workerPool: pool, configuration, masterKey, log, metrics, clock = SYSTEM_CLOCK, random = Math.random } = context
  const rails =
    metrics === undefined ? context.rails : context.rails.map((rail) => ({ ...rail, observe: metrics.observeRailCall }))
  const sender = createWebhookSender({
    guard: createAddressGuard({ allowedCidrs: configuration.webhookAllow, resolve: resolveBySystem }),
    clock
  })
  const onError = (step: string, error: unknown) => log.error({ err: error, step }, 'a step of the worker failed')
  const delivery = {
    pool,
    masterKey,
    sender: observeSender(sender, metrics),
    random,
    clock,
    onError: (error: unknown) => onError('deliver', error)
  }
  const announceCases = createCaseAnnouncer(pool, ({ id: caseId, kind, batchId, itemId }) =>
    log.warn({ caseId, kind, batchId, itemId }, 'a case was opened: a person must look')
  )
  async function checkLedger(): Promise<number> {
    const { ledgerCheckEveryMs: everyMs } = configuration
    if (everyMs === undefined) return 0
    await checkLedgerWhenDue(pool, {
      everyMs,
      readBook: () => readBankBooks(context.rails),
      onFaults: ({ faults }) => log.error({ count: faults.length, first: faults[0] }, 'the books have faults')
    })
    return 0
  }
  const worker = createWorker({
    pool,
    rails,
    feePerItemSen: configuration.feePerItemSen,
    leaseMs: configuration.leaseMs,
    clock,
    steps: [
      { name: 'deliver', step: (signal) => deliverDue(delivery, { signal, limit: configuration.deliveriesAtOnce }) },
      {
        name: 'inquire',
        step: (signal, lanes) => inquireAccounts({ pool, rails, lanes, clock }, { signal, limit: INQUIRIES_AT_ONCE })
      },
      { name: 'tidy', step: notOftenerThan(clock, DELETE_EVERY_MS, () => deleteExpiredAnswers(pool, ANSWERS_DELETED_AT_ONCE)) },
      { name: 'check ledger', step: notOftenerThan(clock, LOOK_AT_LEDGER_EVERY_MS, checkLedger) },
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

function observeSender(sender: WebhookSender, metrics: Metrics | undefined): WebhookSender {
  if (metrics === undefined) return sender
  return {
    ...sender,
    async send(request) {
      const outcome = await sender.send(request)
      metrics.observeDelivery(outcome.error === '' ? 'acknowledged' : outcome.timedOut ? 'timed_out' : 'failed')
      return outcome
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
