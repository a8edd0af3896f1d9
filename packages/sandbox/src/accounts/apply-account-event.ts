import { adjust } from '../ledger/post-entry.js'
import type { EventBody } from '../state/event.js'
import { merchantAccount, userAccount } from '../state/ledger-entry.js'
import type { State } from '../state/state.js'

type AccountEvent = Extract<
  EventBody,
  {
    type:
      | 'merchant.added'
      | 'merchant.changed'
      | 'user.added'
      | 'user.changed'
      | 'user.topped_up'
      | 'login.refused'
      | 'login.accepted'
  }
>

/** Puts what happened to an account into the state. */
export function applyAccountEvent(state: State, event: AccountEvent): void {
  switch (event.type) {
    case 'merchant.added': {
      const { merchant } = event
      state.merchants.set(merchant.partnerId, merchant)
      state.merchantIds.set(merchant.merchantId, merchant.partnerId)
      adjust(state, merchantAccount(merchant.merchantId), event.balanceSen, event.at, 'opening')
      return
    }
    case 'merchant.changed': {
      const merchant = { ...state.merchants.get(event.partnerId)!, ...event.changes }
      state.merchants.set(event.partnerId, merchant)
      adjust(state, merchantAccount(merchant.merchantId), event.adjustmentSen, event.at, 'adjustment')
      return
    }
    case 'user.added': {
      const { user } = event
      state.users.set(user.id, user)
      state.phones.set(user.phone, user.id)
      adjust(state, userAccount(user.id), event.balanceSen, event.at, 'opening')
      return
    }
    case 'user.changed': {
      const before = state.users.get(event.userId)!
      const user = { ...before, ...event.changes }
      state.phones.delete(before.phone)
      state.phones.set(user.phone, user.id)
      state.users.set(user.id, user)
      adjust(state, userAccount(user.id), event.adjustmentSen, event.at, 'adjustment')
      return
    }
    case 'user.topped_up':
      adjust(state, userAccount(event.userId), event.amountSen, event.at, 'top_up')
      return
    case 'login.refused': {
      const before = state.wrongPins.get(event.userId)
      const count = before === undefined || before.blockedUntil !== undefined ? 1 : before.count + 1
      const block = event.blockedUntil === undefined ? {} : { blockedUntil: event.blockedUntil }
      state.wrongPins.set(event.userId, { count, ...block })
      return
    }
    case 'login.accepted':
      state.wrongPins.delete(event.userId)
  }
}
