import type { DisbursementItem, SettleItemRequest, Topup } from '../generated/models.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { completeTopup } from './complete-topup.js'
import { settleItem } from './settle-item.js'

/** What a person or a bank would do, with a test key only: `client.simulator`. */
export interface Simulator {
  /** Stands for the merchant's transfer: the top-up is paid, and the balance has it. */
  completeTopup(id: string, options?: CallOptions): Promise<Topup>
  /**
   * Decides what the simulated bank did with an item, also after the item is final. The item follows when the server
   * next hears of it, so the answer may still show it as it was.
   */
  settleItem(id: string, settlement: SettleItemRequest, options?: CallOptions): Promise<DisbursementItem>
}

/** Binds the calls of the simulator to a client. */
export function createSimulator(transport: Transport): Simulator {
  return {
    completeTopup: (id, options) => completeTopup(transport, id, options),
    settleItem: (id, settlement, options) => settleItem(transport, id, settlement, options)
  }
}
