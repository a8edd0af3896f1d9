import type { DisbursementItem, SettleItemRequest } from '../generated/models.js'
import { pathPart } from '../requests/path-part.js'
import { sendRequest } from '../requests/send-request.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** Decides an item in test mode: see {@link Simulator.settleItem}. */
export async function settleItem(
  transport: Transport,
  id: string,
  settlement: SettleItemRequest,
  options: CallOptions = {}
): Promise<DisbursementItem> {
  return sendRequest(
    transport,
    {
      method: 'POST',
      path: `/simulator/items/${pathPart('id', id)}/settle`,
      body: settlement,
      read: (body) => readData<DisbursementItem>(body, ['id', 'status'])
    },
    options
  )
}
