import type { SubmittedItem } from '../batches/submission.js'
import { arrayParameter } from '../database/array-parameter.js'
import type { Connection } from '../database/create-pool.js'
import type { InvalidField } from './item.js'

export type NewItem = SubmittedItem & {
  id: string
  status: 'need_validation' | 'invalid'
  invalidFields: InvalidField[] | undefined
}

/** So many rows in one statement: more gained nothing, and held the memory of their parameters for longer. */
const ROWS_A_STATEMENT = 2_000

/** Inserts a batch's items in their order, on the straight way, within the transaction that creates the batch. */
export async function insertItems(connection: Connection, merchantId: string, batchId: string, items: NewItem[]): Promise<void> {
  let inserting: Promise<unknown> = Promise.resolve()
  for (let start = 0; start < items.length; start += ROWS_A_STATEMENT) {
    // While the database is at the rows before.
    const columns = writeColumns(items.slice(start, start + ROWS_A_STATEMENT))
    await inserting
    inserting = insertChunk(connection, [merchantId, batchId, start, ...columns])
  }
  await inserting
}

function writeColumns(items: NewItem[]): string[] {
  const column = (pick: (item: NewItem) => string | null) => arrayParameter(items.map(pick))
  return [
    column((item) => item.id),
    column((item) => item.status),
    column((item) => item.amountSen.toString()),
    column((item) => item.bankCode),
    column((item) => item.accountNumber),
    column((item) => item.accountOwnerName),
    column((item) => item.emailRecipient),
    column((item) => item.phoneNumber),
    column((item) => item.notes),
    column((item) => (item.senderInformation === undefined ? null : JSON.stringify(item.senderInformation))),
    column((item) => (item.invalidFields === undefined ? null : JSON.stringify(item.invalidFields)))
  ]
}

async function insertChunk(connection: Connection, values: (string | number)[]): Promise<void> {
  await connection.query({
    name: 'insert-items',
    // With no due_at: an item is on the straight way until something sends it off it.
    text: `INSERT INTO items (merchant_id, batch_id, ordinal, id, status, amount_sen, bank_code, account_number, account_owner_name,
             email_recipient, phone_number, notes, sender_information, invalid_fields, due_at, created_at, updated_at, status_set_at)
           SELECT $1, $2, $3 + position - 1, id, status, amount_sen, bank_code, account_number, account_owner_name,
             email_recipient, phone_number, notes, sender_information, invalid_fields, NULL, arus_now(), arus_now(), arus_now()
           FROM unnest($4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::jsonb[], $14::jsonb[])
                WITH ORDINALITY AS item (id, status, amount_sen, bank_code, account_number, account_owner_name,
                  email_recipient, phone_number, notes, sender_information, invalid_fields, position)`,
    values
  })
}
