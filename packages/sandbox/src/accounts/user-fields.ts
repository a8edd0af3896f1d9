import { parseResponseCode } from '@arus/snap-bi'
import { type Refusal, refuse } from '../state/outcome.js'
import type { State } from '../state/state.js'
import type { UserChanges } from '../state/user.js'
import { normalisePhone } from './normalise-phone.js'

const STATUSES = ['active', 'frozen', 'inactive', 'abnormal', 'closed']

/** What is wrong with the fields given of a user, who may have an id already. */
export function findUserFault(state: State, fields: UserChanges, userId: string | undefined): Refusal | undefined {
  const wrong = (field: string) => refuse(400, '01', 'invalid_field', { detail: field })
  if (fields.phone !== undefined) {
    const phone = normalisePhone(fields.phone)
    if (phone === undefined) return wrong('phone')
    const owner = state.phones.get(phone)
    if (owner !== undefined && owner !== userId) return refuse(409, '00', 'phone_taken')
  }
  for (const pin of [...(fields.pin === undefined ? [] : [fields.pin]), ...(fields.otherPins ?? [])]) {
    if (!/^\d{6}$/.test(pin)) return wrong('pin')
  }
  if (fields.kycLevel !== undefined && !['00', '02'].includes(fields.kycLevel)) return wrong('kycLevel')
  if (fields.status !== undefined && !STATUSES.includes(fields.status)) return wrong('status')
  if (fields.balanceSen !== undefined && fields.balanceSen < 0n) return wrong('balance')
  for (const [serviceCode, answer] of Object.entries(fields.answers ?? {})) {
    if (parseResponseCode(answer)?.serviceCode !== serviceCode) return wrong('answers')
  }
  return undefined
}
