import type { Mutant } from './mutant.js'

/** What two transactions at once may do to each other. */
export const LOCKS_AND_TRANSACTIONS: Mutant[] = [
  {
    name: 'a batch is not locked',
    rule: 'Locks are taken in one order: batch first',
    focus: 'anything',
    seed: 27,
    edits: [
      {
        file: 'batches/read-batch',
        find: "AND id = $3 AND status <> 'deleted' FOR UPDATE",
        replace: "AND id = $3 AND status <> 'deleted'"
      }
    ]
  },
  {
    name: 'accounts are locked before the batch',
    rule: 'Locks are taken in one order: batch first, accounts last',
    focus: 'locks',
    seed: 1,
    edits: [
      {
        file: 'items/record-outcomes',
        find: 'const batch = await lockBatch(connection, scope, batchId)',
        replace:
          "if (reports[0]?.source === 'status') await connection.query('SELECT FROM ledger_accounts WHERE merchant_id = $1 ORDER BY kind FOR UPDATE', [merchantId]); const batch = await lockBatch(connection, scope, batchId)"
      }
    ]
  },
  {
    name: 'items are locked in another order',
    rule: 'Locks are taken in one order: items by their ordinals',
    focus: 'locks',
    seed: 6,
    edits: [
      { file: 'items/lock-items', find: 'ORDER BY ordinal FOR UPDATE', replace: 'ORDER BY ordinal DESC FOR UPDATE' },
      { file: 'items/pay-straight-items', find: 'ORDER BY ordinal FOR UPDATE', replace: 'ORDER BY ordinal DESC FOR UPDATE' }
    ]
  },
  {
    name: 'first payments are written before an item that comes first is locked',
    rule: 'Locks are taken in one order: items by their ordinals, also where some of a chunk go the short way',
    focus: 'locks',
    seed: 29,
    edits: [
      {
        file: 'items/pay-straight-items',
        find: 'if (!reports.some(({ ordinal }) => ordinal < last && !isPaid.has(ordinal))) return',
        replace: 'if (last >= 0) return'
      }
    ]
  },
  {
    name: 'accounts are locked in another order',
    rule: 'Locks are taken in one order: accounts by their kinds',
    focus: 'locks',
    seed: 14,
    edits: [
      {
        file: 'ledger/hold-funds',
        find: "await lockAccounts(connection, scope, ['available', 'fees', 'rail_clearing'])",
        replace:
          "await connection.query('SELECT FROM ledger_accounts WHERE merchant_id = $1 AND is_live = $2 ORDER BY kind DESC FOR UPDATE', [scope.merchantId, scope.isLive])"
      }
    ]
  },
  {
    name: 'validated items are counted whether or not they changed',
    rule: 'Counters change by the rows that a guarded UPDATE returned',
    focus: 'validation',
    seed: 5,
    edits: [
      {
        file: 'batches/record-inquiries',
        find: "WHERE item.ctid = found.row_id AND item.status = 'need_validation' RETURNING",
        replace: 'WHERE item.ctid = found.row_id RETURNING'
      }
    ]
  },
  {
    name: 'first payments are written whatever became of the item',
    rule: 'Counters change by the rows that a guarded UPDATE returned: the short way of first payments',
    focus: 'leases',
    seed: 17,
    edits: [
      {
        file: 'items/pay-straight-items',
        find: "WHERE item.ctid = found.row_id AND item.status = 'sending' AND item.attempt = 1 AND item.due_at IS NULL RETURNING",
        replace: 'WHERE item.ctid = found.row_id RETURNING'
      }
    ]
  },
  {
    name: 'a batch tells a thing as often as it happens',
    rule: 'A unique index allows one event of a kind per batch',
    focus: 'anything',
    seed: 3,
    edits: [
      {
        file: 'migrations/0006_webhooks.sql',
        find: 'CREATE UNIQUE INDEX events_once_per_batch',
        replace: 'CREATE INDEX events_once_per_batch'
      },
      {
        file: 'items/tell-when-settling',
        find: "SELECT EXISTS (SELECT 1 FROM events WHERE merchant_id = $1 AND batch_id = $2 AND type = 'disbursement.settling') OR EXISTS",
        replace: 'SELECT EXISTS'
      }
    ]
  },
  {
    name: 'nothing is tried again',
    rule: 'Serialization failures and deadlocks retry the database step',
    focus: 'anything',
    seed: 2,
    edits: [{ file: 'database/with-transaction', find: '!wasUndoneByTheDatabase(error)', replace: 'true' }]
  },
  {
    name: 'a batch is approved again',
    rule: 'State is checked under lock',
    focus: 'anything',
    seed: 1,
    edits: [
      { file: 'batches/approve-batch', find: "if (batch.status !== 'need_approval')", replace: 'if (false)' },
      { file: 'batches/start-payout', find: "AND status = 'need_approval'`", replace: '`' }
    ]
  },
  {
    name: 'a batch is turned down after it was approved',
    rule: 'State is checked under lock: the moves of a batch are one table',
    focus: 'anything',
    seed: 5,
    edits: [
      {
        file: 'batches/close-batch',
        find: "if (!NOT_APPROVED_YET.includes(batch.status)) refuseStatus(batch, 'rejected')",
        replace: ''
      },
      {
        file: 'batches/close-batch',
        find: "if (!NOT_APPROVED_YET.includes(batch.status)) refuseStatus(batch, 'deleted')",
        replace: ''
      }
    ]
  },
  {
    name: 'workers are woken within the money transaction',
    rule: 'NOTIFY goes out outside the money transaction',
    focus: 'anything',
    seed: 1,
    edits: [
      {
        file: 'items/record-outcomes',
        find: 'const batch = await lockBatch(connection, scope, batchId)',
        replace:
          "const batch = await lockBatch(connection, scope, batchId); await connection.query({ name: 'wake-workers', text: `SELECT pg_notify('arus_work', '')` })"
      }
    ]
  }
]
