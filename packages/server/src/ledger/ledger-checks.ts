/** A rule of the books, and the query that finds what breaks it: columns "merchantId" and message. No row: the rule holds. */
export type LedgerCheck = { name: string; faults: string }

/** An item's first end: late truth changes the status, but the hold was settled by the first. */
const FIRST_STATUS = 'coalesce(item.corrected_from, item.status)'

const OPEN_STATUSES = `('need_validation', 'valid', 'ready', 'sending', 'accepted', 'unknown')`

function balanceCheck(name: string, stored: string, side: 'debit_account' | 'credit_account', sum: string): LedgerCheck {
  return {
    name,
    faults: `
      SELECT account.merchant_id AS "merchantId",
             format('account %s (%s): %s is stored, the transfers make %s', account.kind, CASE WHEN account.is_live THEN 'live' ELSE 'test' END,
                    account.${stored}, coalesce(computed.sum, 0)) AS message
      FROM ledger_accounts AS account
      LEFT JOIN (
        SELECT merchant_id, is_live, ${side} AS kind, sum(${sum}) AS sum FROM ledger_transfers GROUP BY merchant_id, is_live, ${side}
      ) AS computed USING (merchant_id, is_live, kind)
      WHERE account.${stored} <> coalesce(computed.sum, 0)`
  }
}

const PENDING_EFFECT = `CASE kind WHEN 'pending' THEN amount_sen WHEN 'post' THEN -amount_sen WHEN 'void' THEN -amount_sen ELSE 0 END`
const POSTED_EFFECT = `CASE kind WHEN 'plain' THEN amount_sen WHEN 'post' THEN amount_sen ELSE 0 END`

/** What is left of each hold must be exactly what the batch's open items will take. */
function openShareCheck(name: string, purpose: 'batch_amounts' | 'batch_fees', holdColumn: string, share: string): LedgerCheck {
  return {
    name,
    faults: `
      WITH hold AS (
        SELECT held.merchant_id, held.batch_id, held.id, held.amount_sen - coalesce(sum(settled.amount_sen), 0) AS rest
        FROM ledger_transfers AS held
        LEFT JOIN ledger_transfers AS settled ON settled.merchant_id = held.merchant_id AND settled.pending_id = held.id
        WHERE held.kind = 'pending' AND held.purpose = '${purpose}'
        GROUP BY held.merchant_id, held.batch_id, held.id, held.amount_sen
      ), share AS (
        SELECT batch.merchant_id, batch.id AS batch_id, batch.${holdColumn} AS hold_id, coalesce(sum(${share}), 0) AS sum
        FROM batches AS batch
        LEFT JOIN items AS item ON item.merchant_id = batch.merchant_id AND item.batch_id = batch.id AND item.status IN ${OPEN_STATUSES}
        WHERE batch.approved_at IS NOT NULL
        GROUP BY batch.merchant_id, batch.id, batch.${holdColumn}
      )
      SELECT coalesce(hold.merchant_id, share.merchant_id) AS "merchantId",
             format('batch %s: its hold has %s left, its open items take %s', coalesce(hold.batch_id, share.batch_id), coalesce(hold.rest, 0), coalesce(share.sum, 0)) AS message
      FROM hold FULL JOIN share ON share.merchant_id = hold.merchant_id AND share.batch_id = hold.batch_id
      WHERE coalesce(hold.rest, 0) <> coalesce(share.sum, 0) OR hold.id IS DISTINCT FROM share.hold_id`
  }
}

/** What an item takes of a hold, and the transfer that settled it. */
type Share = { purpose: 'batch_amounts' | 'batch_fees'; transferColumn: string; amountColumn: string }

const AMOUNTS: Share = { purpose: 'batch_amounts', transferColumn: 'amount_transfer_id', amountColumn: 'amount_sen' }
const FEES: Share = { purpose: 'batch_fees', transferColumn: 'fee_transfer_id', amountColumn: 'fee_sen' }

/** Each item that is over is in one transfer, of the kind that its end calls for, of its own batch's hold. */
function settledItemCheck(name: string, { purpose, transferColumn, amountColumn }: Share): LedgerCheck {
  return {
    name,
    faults: `
      SELECT item.merchant_id AS "merchantId",
             format('item %s is %s, but is in %s', item.id, ${FIRST_STATUS},
                    coalesce(format('the %s %s', settled.kind, settled.id), 'no transfer')) AS message
      FROM items AS item
      LEFT JOIN ledger_transfers AS settled ON settled.merchant_id = item.merchant_id AND settled.id = item.${transferColumn}
      WHERE CASE
        WHEN item.status IN ('done', 'failed') AND item.${amountColumn} > 0 THEN
          settled.id IS NULL OR settled.batch_id IS DISTINCT FROM item.batch_id OR settled.purpose <> '${purpose}'
          OR settled.kind <> CASE ${FIRST_STATUS} WHEN 'done' THEN 'post' ELSE 'void' END
        ELSE item.${transferColumn} IS NOT NULL
      END`
  }
}

/** A post or void is exactly the items it names: none of its amount belongs to nobody. */
function transferSumCheck(name: string, { purpose, transferColumn, amountColumn }: Share): LedgerCheck {
  return {
    name,
    faults: `
      SELECT settled.merchant_id AS "merchantId",
             format('the %s %s of batch %s is %s, its items make %s', settled.kind, settled.id, settled.batch_id, settled.amount_sen, coalesce(made.sum, 0)) AS message
      FROM ledger_transfers AS settled
      -- Added up before it is joined: a join with the items themselves was planned as a walk through the whole batch for each transfer.
      LEFT JOIN (
        SELECT merchant_id, batch_id, ${transferColumn} AS transfer_id, sum(${amountColumn}) AS sum
        FROM items WHERE ${transferColumn} IS NOT NULL GROUP BY 1, 2, 3) AS made
        ON made.merchant_id = settled.merchant_id AND made.batch_id = settled.batch_id AND made.transfer_id = settled.id
      WHERE settled.kind IN ('post', 'void') AND settled.purpose = '${purpose}' AND settled.amount_sen <> coalesce(made.sum, 0)`
  }
}

/** What a statement confirms of a merchant's money is booked as a whole, and nothing else is. */
function bookedLinesCheck(name: string, what: string, table: string, state: string, purpose: string): LedgerCheck {
  return {
    name,
    faults: `
      SELECT coalesce(line.merchant_id, transfer.merchant_id) AS "merchantId",
             format('statement %s confirms %s of ${what}, and %s of it is booked', coalesce(line.statement_id, transfer.statement_id),
                    coalesce(line.sum, 0), coalesce(transfer.sum, 0)) AS message
      FROM (SELECT merchant_id, matched_in AS statement_id, sum(amount_sen) AS sum FROM ${table} WHERE state = '${state}' GROUP BY 1, 2) AS line
      FULL JOIN (SELECT merchant_id, statement_id, sum(amount_sen) AS sum FROM ledger_transfers WHERE purpose = '${purpose}' GROUP BY 1, 2) AS transfer
        ON transfer.merchant_id = line.merchant_id AND transfer.statement_id = line.statement_id
      WHERE coalesce(line.sum, 0) <> coalesce(transfer.sum, 0)`
  }
}

/** Each line of a table that is in a state is of the item that it names, with its amount and in its mode. */
function lineOfItemCheck(name: string, table: string, state: string, fault: string, isWrong: string): LedgerCheck {
  return {
    name,
    faults: `
      SELECT line.merchant_id AS "merchantId", format('line %s of statement %s ${fault}', line.line_number, line.statement_id, line.amount_sen, line.reference) AS message
      FROM ${table} AS line
      LEFT JOIN items AS item ON item.merchant_id = line.merchant_id AND item.batch_id = line.batch_id AND item.ordinal = line.ordinal
      LEFT JOIN batches AS batch ON batch.merchant_id = item.merchant_id AND batch.id = item.batch_id
      WHERE line.state = '${state}'
        AND (item.id IS DISTINCT FROM line.reference OR item.amount_sen <> line.amount_sen OR batch.is_live IS DISTINCT FROM line.is_live OR ${isWrong})`
  }
}

/** Purpose, kind, debit and credit account of every transfer that there may be. */
const WAYS = [
  ['opening_balance', 'plain', 'external', 'available'],
  ['topup', 'plain', 'external', 'available'],
  ['statement', 'plain', 'rail_clearing', 'external'],
  ['statement_return', 'plain', 'external', 'rail_clearing'],
  ['paid_after_failed', 'plain', 'suspense', 'rail_clearing'],
  ['reversed_after_done', 'plain', 'rail_clearing', 'suspense'],
  ...['pending', 'post', 'void'].flatMap((kind) => [
    ['batch_amounts', kind, 'available', 'rail_clearing'],
    ['batch_fees', kind, 'available', 'fees']
  ])
]

export const LEDGER_CHECKS: LedgerCheck[] = [
  balanceCheck('debits-pending', 'debits_pending', 'debit_account', PENDING_EFFECT),
  balanceCheck('debits-posted', 'debits_posted', 'debit_account', POSTED_EFFECT),
  balanceCheck('credits-pending', 'credits_pending', 'credit_account', PENDING_EFFECT),
  balanceCheck('credits-posted', 'credits_posted', 'credit_account', POSTED_EFFECT),
  openShareCheck('open-amounts', 'batch_amounts', 'amount_hold_id', 'item.amount_sen'),
  openShareCheck('open-fees', 'batch_fees', 'fee_hold_id', 'CASE WHEN item.id IS NULL THEN 0 ELSE batch.fee_per_item_sen END'),
  settledItemCheck('settled-amounts', AMOUNTS),
  settledItemCheck('settled-fees', FEES),
  transferSumCheck('transfer-amounts', AMOUNTS),
  transferSumCheck('transfer-fees', FEES),
  {
    name: 'transfers-have-a-cause',
    faults: `
      SELECT transfer.merchant_id AS "merchantId", format('the transfer %s (%s) has no batch, top-up, case or statement behind it', transfer.id, transfer.purpose) AS message
      FROM ledger_transfers AS transfer
      WHERE NOT CASE
        WHEN transfer.purpose IN ('batch_amounts', 'batch_fees') THEN
          EXISTS (SELECT 1 FROM batches WHERE batches.merchant_id = transfer.merchant_id AND batches.id = transfer.batch_id AND batches.is_live = transfer.is_live)
        WHEN transfer.purpose = 'topup' THEN
          EXISTS (SELECT 1 FROM topups WHERE topups.merchant_id = transfer.merchant_id AND topups.id = transfer.topup_id AND topups.is_live = transfer.is_live
                  AND topups.status = 'completed' AND topups.total_amount_sen = transfer.amount_sen)
        WHEN transfer.purpose IN ('paid_after_failed', 'reversed_after_done') THEN
          EXISTS (SELECT 1 FROM cases WHERE cases.merchant_id = transfer.merchant_id AND cases.id = transfer.case_id AND cases.kind = transfer.purpose)
        WHEN transfer.purpose IN ('statement', 'statement_return') THEN
          EXISTS (SELECT 1 FROM statements WHERE statements.id = transfer.statement_id AND statements.is_live = transfer.is_live AND statements.reconciled_at IS NOT NULL)
        ELSE transfer.purpose = 'opening_balance' END`
  },
  {
    name: 'transfers-take-their-way',
    faults: `
      SELECT transfer.merchant_id AS "merchantId",
             format('the %s transfer %s (%s) goes from %s to %s', CASE WHEN transfer.is_live THEN 'live' ELSE 'test' END, transfer.id, transfer.purpose,
                    transfer.debit_account, transfer.credit_account) AS message
      FROM ledger_transfers AS transfer
      LEFT JOIN (VALUES ${WAYS.map((way) => `(${way.map((word) => `'${word}'`).join(', ')})`).join(', ')}) AS way (purpose, kind, debit_account, credit_account)
        USING (purpose, kind, debit_account, credit_account)
      WHERE way.purpose IS NULL OR (transfer.purpose = 'opening_balance' AND transfer.is_live)`
  },
  {
    name: 'holds-are-settled-from-themselves',
    faults: `
      SELECT settled.merchant_id AS "merchantId", format('the %s %s settles the hold %s, which is another', settled.kind, settled.id, settled.pending_id) AS message
      FROM ledger_transfers AS settled
      JOIN ledger_transfers AS held ON held.merchant_id = settled.merchant_id AND held.id = settled.pending_id
      WHERE (held.kind, held.purpose, held.is_live, held.batch_id) IS DISTINCT FROM ('pending', settled.purpose, settled.is_live, settled.batch_id)`
  },
  {
    name: 'corrections-are-booked',
    faults: `
      SELECT item.merchant_id AS "merchantId", format('item %s was corrected from %s to %s, but %s corrections are booked', item.id, item.corrected_from, item.status, count(transfer.id)) AS message
      FROM items AS item
      LEFT JOIN cases ON cases.merchant_id = item.merchant_id AND cases.batch_id = item.batch_id AND cases.ordinal = item.ordinal
        AND cases.kind IN ('paid_after_failed', 'reversed_after_done')
      LEFT JOIN ledger_transfers AS transfer ON transfer.merchant_id = cases.merchant_id AND transfer.case_id = cases.id AND transfer.amount_sen = item.amount_sen
      WHERE item.corrected_from IS NOT NULL
      GROUP BY item.merchant_id, item.batch_id, item.ordinal, item.id, item.corrected_from, item.status
      HAVING count(transfer.id) = 0 OR (count(transfer.id) % 2 = 1) = (item.corrected_from = item.status)`
  },
  {
    name: 'completed-topups-are-posted',
    faults: `
      SELECT topup.merchant_id AS "merchantId", format('top-up %s is completed, but not in the ledger', topup.id) AS message
      FROM topups AS topup
      WHERE topup.status = 'completed'
        AND NOT EXISTS (SELECT 1 FROM ledger_transfers AS transfer WHERE transfer.merchant_id = topup.merchant_id AND transfer.topup_id = topup.id)`
  },
  bookedLinesCheck('statements-are-booked', 'what was paid', 'statement_lines', 'matched', 'statement'),
  bookedLinesCheck('returns-are-booked', 'what came back', 'statement_returns', 'returned', 'statement_return'),
  lineOfItemCheck(
    'returned-lines-are-corrected-items',
    'statement_returns',
    'returned',
    'has %s coming back, but that is not the payment %s, or it was never taken back',
    'item.corrected_from IS NULL'
  ),
  lineOfItemCheck(
    'matched-lines-are-paid-items',
    'statement_lines',
    'matched',
    'is matched, but not with a payment of %s to the reference %s',
    `(item.status <> 'done' AND item.corrected_from IS NULL)`
  ),
  {
    // Neither of the two is booked: together they are nothing.
    name: 'second-returns-undo-second-payments',
    faults: `
      SELECT line.merchant_id AS "merchantId", format('line %s of statement %s has %s of a second payment of %s coming back, but undoes none', line.line_number,
             line.statement_id, line.amount_sen, line.reference) AS message
      FROM statement_returns AS line
      LEFT JOIN statement_lines AS paid ON paid.statement_id = line.undoes_statement_id AND paid.line_number = line.undoes_line_number
      WHERE line.state = 'second_returned'
        AND (paid.state, paid.reference, paid.amount_sen, paid.is_live) IS DISTINCT FROM ('paid_twice', line.reference, line.amount_sen, line.is_live)`
  },
  {
    name: 'batch-counters',
    faults: `
      SELECT batch.merchant_id AS "merchantId", format('batch %s: its counters are not what its items make', batch.id) AS message
      FROM batches AS batch JOIN items AS item ON item.merchant_id = batch.merchant_id AND item.batch_id = batch.id
      GROUP BY batch.merchant_id, batch.id
      HAVING batch.item_count <> count(*)
        OR batch.total_amount_sen <> sum(item.amount_sen)
        OR batch.invalid_items <> count(*) FILTER (WHERE item.status = 'invalid')
        OR batch.invalid_amount_sen <> coalesce(sum(item.amount_sen) FILTER (WHERE item.status = 'invalid'), 0)
        OR batch.done_items <> count(*) FILTER (WHERE ${FIRST_STATUS} = 'done')
        OR batch.done_amount_sen <> coalesce(sum(item.amount_sen) FILTER (WHERE ${FIRST_STATUS} = 'done'), 0)
        OR batch.failed_items <> count(*) FILTER (WHERE ${FIRST_STATUS} = 'failed')
        OR batch.failed_amount_sen <> coalesce(sum(item.amount_sen) FILTER (WHERE ${FIRST_STATUS} = 'failed'), 0)
        OR (batch.approved_at IS NOT NULL AND batch.open_items <> count(*) FILTER (WHERE item.status IN ${OPEN_STATUSES}))
        OR (batch.approved_at IS NOT NULL AND batch.unreleased_items <> count(*) FILTER (
             WHERE item.status IN ('need_validation', 'valid') AND NOT EXISTS (
               SELECT 1 FROM batch_cursors AS cursor
               WHERE cursor.merchant_id = item.merchant_id AND cursor.batch_id = item.batch_id AND item.ordinal >= cursor.send_from)))
        OR (batch.status = 'validating' AND batch.unvalidated_items <> count(*) FILTER (WHERE item.status = 'need_validation'))`
  },
  {
    // An item without a time of its own must be beyond its batch's cursor, or in a range that somebody holds: else nobody would ever
    // take it. One that waits for its bank's word always has such a time, or is being sent.
    name: 'open-items-are-in-hand',
    faults: `
      SELECT item.merchant_id AS "merchantId", format('item %s is %s, and nobody will come to it', item.id, item.status) AS message
      FROM items AS item
      JOIN batches AS batch ON batch.merchant_id = item.merchant_id AND batch.id = item.batch_id
      LEFT JOIN batch_cursors AS cursor ON cursor.merchant_id = item.merchant_id AND cursor.batch_id = item.batch_id
      WHERE item.due_at IS NULL AND CASE batch.status
        WHEN 'validating' THEN item.status = 'need_validation' AND item.ordinal < coalesce(cursor.validate_from, batch.item_count)
        WHEN 'approved' THEN item.status IN ('ready', 'sending', 'accepted', 'unknown')
        ELSE false END
        AND NOT EXISTS (
          SELECT 1 FROM item_claims AS claim
          WHERE claim.merchant_id = item.merchant_id AND claim.batch_id = item.batch_id AND item.ordinal BETWEEN claim.first_ordinal AND claim.last_ordinal
            AND (claim.purpose, item.status) IN (('validate', 'need_validation'), ('send', 'sending')))`
  },
  {
    name: 'batches-have-items',
    faults: `
      SELECT batch.merchant_id AS "merchantId", format('batch %s has no items', batch.id) AS message
      FROM batches AS batch
      WHERE NOT EXISTS (SELECT 1 FROM items WHERE items.merchant_id = batch.merchant_id AND items.batch_id = batch.id)`
  },
  {
    // No foreign key says so: it would look each item's batch up by itself while a large batch is taken in.
    name: 'items-have-a-batch',
    faults: `
      SELECT item.merchant_id AS "merchantId", format('batch %s is not there, and has %s items', item.batch_id, item.items) AS message
      FROM (SELECT merchant_id, batch_id, count(*) AS items FROM items GROUP BY 1, 2) AS item
      WHERE NOT EXISTS (SELECT 1 FROM batches WHERE batches.merchant_id = item.merchant_id AND batches.id = item.batch_id)`
  },
  {
    name: 'status-is-logged',
    faults: `
      SELECT batch.merchant_id AS "merchantId", format('batch %s is %s, its log says %s', batch.id, batch.status, coalesce(latest.to_status, 'nothing')) AS message
      FROM batches AS batch
      LEFT JOIN LATERAL (
        SELECT to_status FROM batch_log WHERE batch_log.merchant_id = batch.merchant_id AND batch_log.batch_id = batch.id ORDER BY sequence DESC LIMIT 1
      ) AS latest ON true
      WHERE latest.to_status IS DISTINCT FROM batch.status`
  },
  {
    name: 'one-completed-event',
    faults: `
      SELECT batch.merchant_id AS "merchantId", format('batch %s is %s, with %s completed events', batch.id, batch.status, count(event.id)) AS message
      FROM batches AS batch
      LEFT JOIN events AS event ON event.merchant_id = batch.merchant_id AND event.batch_id = batch.id AND event.type = 'disbursement.completed'
      GROUP BY batch.merchant_id, batch.id, batch.status
      HAVING count(event.id) <> CASE WHEN batch.status IN ('success', 'partially_success', 'failed') THEN 1 ELSE 0 END`
  }
]
