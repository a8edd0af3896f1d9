import type { RegisterRoutes } from '../http/server-context.js'
import { BANKS, type Bank } from './bank-list.js'

/** The list comes with the code, so its banks have no times of their own. */
const LISTED_AT = '2022-01-01T00:00:00Z'

/** The banks and e-wallets that money can be sent to, all in one answer. */
export const registerBankRoutes: RegisterRoutes = (app) => {
  const data = BANKS.map(presentBank)
  app.get('/disbursements/banks', async () => ({ data }))
}

function presentBank({ id, code, name }: Bank) {
  // One known client decodes `instruction` as an object and fails on anything else.
  return { id, name, code, instruction: {}, type: 'disbursement', created_at: LISTED_AT, updated_at: LISTED_AT }
}
