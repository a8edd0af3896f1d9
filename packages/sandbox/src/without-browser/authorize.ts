import { ControlError } from '../control/control-error.js'
import { findPayer } from '../control/find-payer.js'
import { unwrap } from '../control/unwrap.js'
import { bindingReturnUrl } from '../pages/binding/binding-return-url.js'
import { bindingModeOf, readBindingRequest } from '../pages/binding/read-binding-request.js'
import type { Engine } from '../state/engine.js'
import { parseAddress } from './parse-address.js'

/** Who binds, when it isn't the first user without a special answer. */
export type AuthorizeOptions = {
  /** Without it, the one that signed seamless data names. */
  phone?: string
  /** Without it, the user's own. */
  pin?: string
}

export type Authorization = {
  authCode: string
  /** Where a browser would be sent: the merchant's `redirectUrl` with `authCode` and `state`. */
  redirectUrl: string
}

/**
 * Does what a user does on the binding page: phone, consent, PIN.
 *
 * @throws {ControlError} when the page would refuse the address, or the login fails
 */
export async function authorize(engine: Engine, oauthUrl: string, options: AuthorizeOptions = {}): Promise<Authorization> {
  const { pathname, search } = parseAddress(oauthUrl, 'OAuth URL')
  const mode = bindingModeOf(pathname, search.slice(1))
  if (mode === undefined) throw new ControlError(400, 'invalid', `${pathname} is not where accounts are bound`)
  const read = readBindingRequest(search.slice(1), { mode, engine })
  if ('fault' in read) {
    const { kind, parameter, responseCode } = read.fault
    throw new ControlError(400, responseCode, `the binding page answers ${responseCode}: ${parameter} (${kind})`)
  }
  const { merchant, scopes, externalId, redirectUrl, state, phone: fixedPhone } = read.request
  const wanted = options.phone ?? fixedPhone
  const user = findPayer(engine, wanted === undefined ? {} : { phone: wanted })
  if (fixedPhone !== undefined && user.phone !== fixedPhone)
    throw new ControlError(409, 'phone_fixed', `the seamless data is for ${fixedPhone}, and nobody else can bind with it`)
  unwrap(await engine.login({ phone: user.phone, pin: options.pin ?? user.pin }))
  const { authCode } = unwrap(
    await engine.grantAuthCode({ partnerId: merchant.partnerId, userId: user.id, scopes, externalId, redirectUrl })
  )
  const answer = { responseCode: '2001000', responseMessage: 'Successful', authCode: authCode.code, state }
  return { authCode: authCode.code, redirectUrl: bindingReturnUrl(redirectUrl, answer) }
}
