import { pathToFileURL } from 'node:url'

/** The modules of the server that a world is made of. */
const PATHS = [
  'database/create-pool',
  'database/migrate',
  'database/embedded-postgres',
  'ledger/verify-ledger',
  'merchants/create-merchant',
  'workers/create-worker',
  'workers/wake-workers',
  'batches/intake-submission',
  'batches/approve-batch',
  'batches/close-batch',
  'batches/read-batch',
  'database/with-transaction',
  'database/read-time',
  'idempotency/run-idempotently',
  'items/record-outcomes',
  'rails/call-rail',
  'rails/remote-bank/read-bank-answer',
  'api-keys/create-api-key',
  'webhooks/deliver-due',
  'webhooks/address-guard',
  'webhooks/create-endpoint',
  'webhooks/create-webhook-sender',
  'testing/find-fast-folder'
] as const

/** What they export: the real code, from a folder that may hold a changed copy. */
export type ServerModules = typeof import('../../../packages/server/src/database/create-pool.js') &
  typeof import('../../../packages/server/src/database/migrate.js') &
  typeof import('../../../packages/server/src/database/embedded-postgres.js') &
  typeof import('../../../packages/server/src/ledger/verify-ledger.js') &
  typeof import('../../../packages/server/src/merchants/create-merchant.js') &
  typeof import('../../../packages/server/src/workers/create-worker.js') &
  typeof import('../../../packages/server/src/workers/wake-workers.js') &
  typeof import('../../../packages/server/src/batches/intake-submission.js') &
  typeof import('../../../packages/server/src/batches/approve-batch.js') &
  typeof import('../../../packages/server/src/batches/close-batch.js') &
  typeof import('../../../packages/server/src/batches/read-batch.js') &
  typeof import('../../../packages/server/src/database/with-transaction.js') &
  typeof import('../../../packages/server/src/database/read-time.js') &
  typeof import('../../../packages/server/src/idempotency/run-idempotently.js') &
  typeof import('../../../packages/server/src/items/record-outcomes.js') &
  typeof import('../../../packages/server/src/rails/call-rail.js') &
  typeof import('../../../packages/server/src/rails/remote-bank/read-bank-answer.js') &
  typeof import('../../../packages/server/src/api-keys/create-api-key.js') &
  typeof import('../../../packages/server/src/webhooks/deliver-due.js') &
  typeof import('../../../packages/server/src/webhooks/address-guard.js') &
  typeof import('../../../packages/server/src/webhooks/create-endpoint.js') &
  typeof import('../../../packages/server/src/webhooks/create-webhook-sender.js') &
  typeof import('../../../packages/server/src/testing/find-fast-folder.js')

/**
 * Loads the server's compiled code.
 *
 * @param folder where its `dist` is
 */
export async function loadServer(folder: string): Promise<ServerModules> {
  const modules = await Promise.all(
    PATHS.map((path) => import(pathToFileURL(`${folder}/dist/${path}.js`).href) as Promise<object>)
  )
  return Object.assign({}, ...modules) as ServerModules
}
