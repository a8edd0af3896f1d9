import type { Balance, CreateTopupRequest, Topup, TopupInstruction } from '../generated/models.js'
import type { CallOptions, KeyedCallOptions, Transport } from '../requests/transport.js'
import { createTopup } from './create-topup.js'
import { getBalance } from './get-balance.js'
import { getTopup } from './get-topup.js'

/** The money that batches are paid from: `client.topups`. */
export interface Topups {
  /**
   * Asks where to transfer a top-up, and how much to the rupiah.
   *
   * @example
   * const { total_amount, transfer_to } = await client.topups.create({ bank_id: 14, amount: '10000000' })
   */
  create(topup: CreateTopupRequest, options?: KeyedCallOptions): Promise<TopupInstruction>
  /** Fetches a top-up. */
  get(id: string, options?: CallOptions): Promise<Topup>
  /** What can be spent now. `balance_amount` is exact; `balance` is in whole rupiah, rounded down. */
  balance(options?: CallOptions): Promise<Balance>
}

/** Binds the calls about the balance to a client. */
export function createTopups(transport: Transport): Topups {
  return {
    create: (topup, options) => createTopup(transport, topup, options),
    get: (id, options) => getTopup(transport, id, options),
    balance: (options) => getBalance(transport, options)
  }
}
