import type { Bank } from '../generated/models.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { listBanks } from './list-banks.js'

/** Where money can be sent: `client.banks`. */
export interface Banks {
  /** All banks and e-wallets, in one answer. */
  list(options?: CallOptions): Promise<Bank[]>
}

/** Binds the calls about banks to a client. */
export function createBanks(transport: Transport): Banks {
  return { list: (options) => listBanks(transport, options) }
}
