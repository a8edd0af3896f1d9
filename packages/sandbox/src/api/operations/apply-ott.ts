import type { Operation } from '../call.js'
import { customerTokenOf } from './customer-token.js'

/** Gives a one-time token for the cashier page. */
export const applyOtt: Operation = async ({ merchant, headers }, { engine }) => {
  const outcome = await engine.applyOtt({ partnerId: merchant.partnerId, accessToken: customerTokenOf(headers) })
  if (outcome.refused) return outcome
  return { refused: false, fields: { userResources: [{ resourceType: 'OTT', value: outcome.ott.value }] } }
}
