import type { Case, SettleCaseRequest } from '../generated/models.js'
import type { Pages } from '../pages/page.js'
import type { CallOptions, KeyedCallOptions, Transport } from '../requests/transport.js'
import { getCase } from './get-case.js'
import { type ListCasesOptions, listCases } from './list-cases.js'
import { settleCase } from './settle-case.js'

/** What only a person can settle: `client.cases`. Arus only. */
export interface Cases {
  /** The cases: open ones first, the oldest of them first. */
  list(options?: ListCasesOptions): Pages<Case>
  /** Fetches a case. */
  get(id: string, options?: CallOptions): Promise<Case>
  /**
   * Settles a case by what a person found out at the bank. `paid` makes the item done and `not_paid` makes it failed,
   * whatever the server knew: never say either without the bank's word. It is done once, however often it is sent.
   *
   * @example
   * await client.cases.settle(id, { resolution: 'paid', reference: 'BCA-00418', reason: 'confirmed by the branch' })
   */
  settle(id: string, settlement: SettleCaseRequest, options?: KeyedCallOptions): Promise<Case>
}

/** Binds the calls about cases to a client. */
export function createCases(transport: Transport): Cases {
  return {
    list: (options) => listCases(transport, options),
    get: (id, options) => getCase(transport, id, options),
    settle: (id, settlement, options) => settleCase(transport, id, settlement, options)
  }
}
