import type { Balance } from '../generated/models.js'
import { sendRequest } from '../requests/send-request.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** Fetches the balance: see {@link Topups.balance}. */
export async function getBalance(transport: Transport, options: CallOptions = {}): Promise<Balance> {
  return sendRequest(transport, { method: 'GET', path: '/disbursements/topup/balance', read: readBalance }, options)
}

function readBalance(body: unknown): Balance | undefined {
  const data = readData<Balance>(body, [])
  return typeof data?.balance === 'number' ? data : undefined
}
