import { parseResponseCode } from '@arus/snap-bi'
import { type Refusal, refuse } from '../state/outcome.js'
import type { User, UserStatus } from '../state/user.js'

const DO_NOT_HONOR = (status: UserStatus) => refuse(403, '05', `user_${status}`)
const INACTIVE = (status: UserStatus) => refuse(403, '18', `user_${status}`)

/** Which services a state keeps from being done: unbinding (09), balance (11), one-time token (49), payment (54). */
const BARRED: { readonly [status in UserStatus]: { readonly [serviceCode: string]: typeof INACTIVE } } = {
  active: {},
  frozen: { '49': DO_NOT_HONOR, '54': DO_NOT_HONOR },
  inactive: { '11': INACTIVE, '49': INACTIVE, '54': INACTIVE },
  abnormal: { '09': DO_NOT_HONOR, '11': DO_NOT_HONOR, '49': DO_NOT_HONOR, '54': DO_NOT_HONOR },
  closed: { '11': INACTIVE, '49': INACTIVE, '54': INACTIVE }
}

/** Whether a special answer, or else the state of the account, keeps a service from being done. */
export function checkUser(user: User, serviceCode: string): Refusal | undefined {
  const answer = parseResponseCode(user.answers[serviceCode])
  if (answer !== undefined && answer.httpStatus >= 300) {
    // DANA's text of this one is not the standard's.
    const texts =
      serviceCode === '49' && answer.httpStatus === 401 && answer.caseCode === '01' ? { message: 'Token Expired' } : {}
    return refuse(answer.httpStatus, answer.caseCode, 'user_answer', texts)
  }
  return BARRED[user.status][serviceCode]?.(user.status)
}
