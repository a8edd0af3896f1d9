import { findBank } from '../banks/find-bank.js'
import type { Connection } from '../database/create-pool.js'
import { writeEvent } from '../events/write-event.js'
import { makeIdentifier } from '../identifiers/make-identifier.js'
import { ACCOUNT_VALIDATION_COLUMNS, type AccountValidationRow, type AccountValidationStatus } from './account-validation.js'

/** For how long the bank's answer is given again before the bank is asked anew. */
const ANSWER_HOLDS_HOURS = 24

export type AccountToValidate = { merchantId: string; isLive: boolean; bankCode: string; accountNumber: string }

/**
 * Answers what is known about an account, and has the bank asked where nothing is: `processing` at first. The same
 * account asked about again gives the state of that question, or its answer for 24 hours.
 *
 * A bank code that nobody knows needs no bank to ask: such an account is `invalid` at once, and its event is written
 * all the same, for those who wait for it.
 */
export async function validateAccount(
  connection: Connection,
  { bankCode, ...account }: AccountToValidate
): Promise<AccountValidationRow> {
  const bank = findBank(bankCode)
  const named = { ...account, bankCode: bank?.code ?? bankCode.toLowerCase() }
  const current = await readCurrent(connection, named)
  if (current !== undefined) return current
  const created = await insertValidation(connection, named, bank === undefined ? 'invalid' : 'processing')
  if (created === undefined) return (await readCurrent(connection, named))!
  if (created.status === 'invalid') {
    const { merchantId, isLive, id } = created
    await writeEvent(connection, { merchantId, isLive, type: 'account_validation.completed', accountValidationId: id })
  }
  return created
}

async function readCurrent(connection: Connection, account: AccountToValidate): Promise<AccountValidationRow | undefined> {
  const { rows } = await connection.query<AccountValidationRow>({
    name: 'read-current-account-validation',
    text: `SELECT ${ACCOUNT_VALIDATION_COLUMNS} FROM account_validations
           WHERE merchant_id = $1 AND is_live = $2 AND bank_code = $3 AND account_number = $4
             AND (status = 'processing' OR completed_at > arus_now() - make_interval(hours => $5))
           ORDER BY created_at DESC LIMIT 1`,
    values: [account.merchantId, account.isLive, account.bankCode, account.accountNumber, ANSWER_HOLDS_HOURS]
  })
  return rows[0]
}

/** @returns undefined when somebody else asked about the account at the same moment: one question at a time. */
async function insertValidation(
  connection: Connection,
  account: AccountToValidate,
  status: AccountValidationStatus
): Promise<AccountValidationRow | undefined> {
  const { rows } = await connection.query<AccountValidationRow>({
    name: 'insert-account-validation',
    text: `INSERT INTO account_validations (merchant_id, id, is_live, bank_code, account_number, status, completed_at)
           VALUES ($1, $2, $3, $4, $5, $6::text, CASE WHEN $6 <> 'processing' THEN arus_now() END)
           ON CONFLICT (merchant_id, is_live, bank_code, account_number) WHERE status = 'processing' DO NOTHING
           RETURNING ${ACCOUNT_VALIDATION_COLUMNS}`,
    values: [
      account.merchantId,
      makeIdentifier('accountValidation'),
      account.isLive,
      account.bankCode,
      account.accountNumber,
      status
    ]
  })
  return rows[0]
}
