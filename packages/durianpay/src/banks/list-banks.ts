import type { Bank } from '../generated/models.js'
import { sendRequest } from '../requests/send-request.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { isRecord } from '../shapes/is-record.js'

/** Lists banks and e-wallets: see {@link Banks.list}. */
export async function listBanks(transport: Transport, options: CallOptions = {}): Promise<Bank[]> {
  return sendRequest(transport, { method: 'GET', path: '/disbursements/banks', read: readBanks }, options)
}

function readBanks(body: unknown): Bank[] | undefined {
  const data = isRecord(body) ? body.data : undefined
  if (!Array.isArray(data) || !data.every((bank) => isRecord(bank) && typeof bank.code === 'string')) return undefined
  return data as Bank[]
}
