import type { EventBody } from '../state/event.js'
import type { State } from '../state/state.js'
import type { Token } from '../state/token.js'
import { CAPS, forgetSurplus } from './caps.js'

type BindingEvent = Extract<
  EventBody,
  { type: 'auth_code.granted' | 'token.issued' | 'token.refreshed' | 'binding.ended' | 'ott.applied' | 'ott.consumed' }
>

/** Puts what happened to a binding into the state. */
export function applyBindingEvent(state: State, event: BindingEvent): void {
  const { at } = event
  switch (event.type) {
    case 'auth_code.granted':
      state.authCodes.set(event.authCode.code, event.authCode)
      forgetSurplus(state.authCodes, CAPS.authCodes, (code) => isOver(code, at))
      return
    case 'token.issued':
      state.authCodes.set(event.authCode, { ...state.authCodes.get(event.authCode)!, usedAt: at })
      keepToken(state, event.token, at)
      return
    case 'token.refreshed':
      revoke(state, event.accessToken, at)
      keepToken(state, event.token, at)
      return
    case 'binding.ended':
      for (const accessToken of event.accessTokens) revoke(state, accessToken, at)
      revokeUnused(state.authCodes, event)
      revokeUnused(state.otts, event)
      return
    case 'ott.applied':
      state.otts.set(event.ott.value, event.ott)
      forgetSurplus(state.otts, CAPS.otts, (ott) => isOver(ott, at))
      return
    case 'ott.consumed':
      state.otts.set(event.value, { ...state.otts.get(event.value)!, usedAt: at })
  }
}

function keepToken(state: State, token: Token, at: number): void {
  state.tokens.set(token.accessToken, token)
  state.refreshTokens.set(token.refreshToken, token.accessToken)
  const isDead = (kept: Token) => kept.revokedAt !== undefined || at >= kept.refreshExpiresAt
  for (const forgotten of forgetSurplus(state.tokens, CAPS.tokens, isDead)) state.refreshTokens.delete(forgotten.refreshToken)
}

function revoke(state: State, accessToken: string, at: number): void {
  const token = state.tokens.get(accessToken)
  if (token !== undefined) state.tokens.set(accessToken, { ...token, revokedAt: at })
}

type Passing = {
  readonly userId: string
  readonly partnerId: string
  readonly expiresAt: number
  readonly usedAt?: number
  readonly revokedAt?: number
}

/** What was not used before the binding ended can't be afterwards. */
function revokeUnused<Kept extends Passing>(
  map: Map<string, Kept>,
  { userId, partnerId, at }: BindingEvent & { type: 'binding.ended' }
): void {
  for (const [key, kept] of map) {
    if (kept.userId !== userId || kept.partnerId !== partnerId || kept.usedAt !== undefined || kept.revokedAt !== undefined)
      continue
    map.set(key, { ...kept, revokedAt: at })
  }
}

function isOver({ usedAt, revokedAt, expiresAt }: Passing, at: number): boolean {
  return usedAt !== undefined || revokedAt !== undefined || at >= expiresAt
}
