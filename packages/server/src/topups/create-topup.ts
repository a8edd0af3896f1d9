import { randomInt } from 'node:crypto'
import type { Bank } from '../banks/bank-list.js'
import type { Connection } from '../database/create-pool.js'
import { ApiError } from '../errors/api-error.js'
import { makeIdentifier } from '../identifiers/make-identifier.js'
import type { ReceivingAccount } from './receiving-account.js'
import { TOPUP_COLUMNS, type TopupRow } from './topup.js'

const EXPIRES_AFTER_HOURS = 24
const LARGEST_UNIQUE_CODE = 999

export type NewTopup = {
  merchantId: string
  isLive: boolean
  /** Where the merchant transfers from. */
  senderBank: Bank
  amountSen: bigint
  receivingAccount: ReceivingAccount
}

/**
 * Notes that a merchant is about to transfer money in. The sum to transfer is the amount plus a code of 1 to 999
 * rupiah, so that no two open top-ups of the merchant ask for the same sum. No money moves before completeTopup.
 *
 * @throws ApiError SERVER_BUSY when all 999 sums are taken by open top-ups.
 */
export async function createTopup(connection: Connection, topup: NewTopup): Promise<TopupRow> {
  const { rows } = await connection.query<TopupRow>({
    name: 'create-topup',
    text: `
      INSERT INTO topups (merchant_id, id, is_live, sender_bank, amount_sen, unique_code, total_amount_sen, expires_at,
                          receiving_bank, receiving_account, receiving_holder)
      SELECT $1, $2, $3, $4, $5::bigint, code, $5::bigint + code * 100, arus_now() + make_interval(hours => $6), $7, $8, $9
        FROM unnest($10::integer[]) WITH ORDINALITY AS candidate (code, position)
       WHERE NOT EXISTS (SELECT 1 FROM topups AS other
                          WHERE other.merchant_id = $1 AND other.is_live = $3 AND other.total_amount_sen = $5::bigint + code * 100
                            AND other.status = 'processing' AND other.expires_at > arus_now())
       ORDER BY position LIMIT 1
      RETURNING ${TOPUP_COLUMNS}`,
    values: [
      topup.merchantId,
      makeIdentifier('topup'),
      topup.isLive,
      topup.senderBank.code,
      topup.amountSen,
      EXPIRES_AFTER_HOURS,
      topup.receivingAccount.bankCode,
      topup.receivingAccount.accountNumber,
      topup.receivingAccount.accountHolder,
      shuffleUniqueCodes()
    ]
  })
  if (rows[0] !== undefined) return rows[0]
  throw new ApiError('SERVER_BUSY', { message: 'too many top-ups of this amount wait for their transfer' })
}

function shuffleUniqueCodes(): number[] {
  const codes = Array.from({ length: LARGEST_UNIQUE_CODE }, (_, position) => position + 1)
  for (let last = codes.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    const code = codes[last]!
    codes[last] = codes[other]!
    codes[other] = code
  }
  return codes
}
