import { randomBytes } from 'node:crypto'
import { OPERATIONS } from '../../generated/operations.js'
import type { Operation } from '../call.js'
import type { OperationTable } from '../operation-table.js'

const LIFETIME_SECONDS = 900

/** Not among the nine: older clients get a merchant's token before anything else. It is asked for as a user's is. */
export const B2B_TOKEN: OperationTable = {
  ...OPERATIONS.applyToken,
  operationId: 'b2bToken',
  path: '/v1.0/access-token/b2b.htm',
  serviceCode: '73',
  request: {
    name: 'B2bTokenRequest',
    fields: [{ name: 'grantType', isMandatory: true, type: 'string', values: ['client_credentials', 'CLIENT_CREDENTIALS'] }]
  },
  messages: {}
}

/** Gives a merchant's token. No operation asks for one: each request is signed with the merchant's key. */
export const b2bToken: Operation = async () => ({
  refused: false,
  fields: {
    accessToken: randomBytes(32).toString('base64url'),
    tokenType: 'Bearer',
    expiresIn: String(LIFETIME_SECONDS),
    additionalInfo: {}
  }
})
