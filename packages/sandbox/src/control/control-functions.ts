import type { Signer } from '@arus/snap-bi'
import type { FaultRule, Faults, StandingFault } from '../faults/create-faults.js'
import type { Notifier } from '../notifications/create-notifier.js'
import type { Notification, NotificationAttempt } from '../notifications/notification.js'
import type { LoggedRequest, RequestLog } from '../request-log/create-request-log.js'
import type { Engine } from '../state/engine.js'
import type { MerchantChanges, MerchantInput } from '../state/merchant.js'
import type { UserChanges, UserInput } from '../state/user.js'
import { notFound } from './control-error.js'
import { type MerchantView, type OrderView, type UserView, viewMerchant, viewOrder, viewUser } from './control-views.js'
import { findUser } from './find-payer.js'
import { invalid } from './read-input.js'
import { type SignedNotification, signAgain } from './sign-again.js'
import { findOrder, type TriggerEvent, type TriggerInput, trigger } from './trigger.js'
import { unwrap } from './unwrap.js'

/** What the control functions work on. */
export type ControlParts = {
  engine: Engine
  faults: Faults
  requestLog: RequestLog
  notifier: Notifier
  /** The sandbox's key, for notifications that are signed again. */
  signer: Signer
}

export type ClockView = {
  /** The sandbox's time, milliseconds since 1970. */
  now: number
  /** How far it is from real time. */
  offsetMs: number
}

/** What a trigger came to. */
export type TriggerView = { order: OrderView } | { user: UserView; partnerId: string }

/**
 * One function for each thing that a developer does with a running sandbox. The JSON API, the pages and a test call these.
 * Those that can't do what they are asked for reject with a `ControlError`.
 */
export type Control = {
  listUsers(): UserView[]
  addUser(input: UserInput): Promise<UserView>
  /** By id or phone. */
  changeUser(idOrPhone: string, changes: UserChanges): Promise<UserView>
  listMerchants(): MerchantView[]
  addMerchant(input: MerchantInput): Promise<MerchantView>
  changeMerchant(partnerId: string, changes: MerchantChanges): Promise<MerchantView>
  /** Newest first. */
  listOrders(): OrderView[]
  /** By DANA's number or the merchant's own. */
  findOrder(reference: string): OrderView
  /** Newest first, with every attempt. */
  listNotifications(): Notification[]
  /** Sends it once more, now. */
  resendNotification(id: string): Promise<NotificationAttempt>
  /** What would be sent to another address than the order's: the same body, signed for that address and this moment. */
  signNotification(id: string, url: string): Promise<SignedNotification>
  listFaults(): StandingFault[]
  addFault(rule: FaultRule): StandingFault
  removeFault(id: number): void
  clearFaults(): void
  readClock(): ClockView
  /** Forwards, or backwards with a negative number; closes what ran out. */
  moveClock(deltaMs: number): Promise<ClockView>
  setClock(epochMs: number): Promise<ClockView>
  resetClock(): Promise<ClockView>
  /** Newest first. @param options.reasons for how many refused signatures a reason is looked for; without it for all that are read */
  listRequests(options?: { reasons?: number }): LoggedRequest[]
  findRequest(id: number): LoggedRequest
  clearRequests(): void
  /** Makes something happen without a merchant's request or a browser. */
  trigger(event: TriggerEvent, input: TriggerInput): Promise<TriggerView>
  /** As freshly started: the seeds, real time, no faults, no requests. */
  reset(): Promise<void>
}

export function createControl({ engine, faults, requestLog, notifier, signer }: ControlParts): Control {
  const readClock = () => ({ now: engine.now(), offsetMs: engine.clockOffsetMs() })
  const closeWhatRanOut = async () => {
    await engine.closeExpired()
    return readClock()
  }
  return {
    listUsers: () => engine.listUsers().map((user) => viewUser(user, engine)),
    addUser: async (input) => viewUser(unwrap(await engine.addUser(input)).user, engine),
    changeUser: async (idOrPhone, changes) =>
      viewUser(unwrap(await engine.changeUser(findUser(engine, idOrPhone).id, changes)).user, engine),

    listMerchants: () => engine.listMerchants().map((merchant) => viewMerchant(merchant, engine)),
    addMerchant: async (input) => viewMerchant(unwrap(await engine.addMerchant(input)).merchant, engine),
    changeMerchant: async (partnerId, changes) =>
      viewMerchant(unwrap(await engine.changeMerchant(partnerId, changes)).merchant, engine),

    listOrders: () => engine.listOrders().reverse().map(viewOrder),
    findOrder: (reference) => viewOrder(findOrder(engine, reference)),

    listNotifications: () => notifier.list(),
    resendNotification: async (id) => {
      const attempt = await notifier.resend(id)
      if (attempt === undefined) throw notFound(`notification ${id}`)
      return attempt
    },
    signNotification: async (id, url) => {
      const last = notifier.find(id)?.attempts.at(-1)
      if (last === undefined) throw notFound(`notification ${id} that was sent once`)
      return signAgain(last, url, signer)
    },

    listFaults: () => faults.list(),
    addFault: (rule) => {
      try {
        return faults.add(rule)
      } catch (error) {
        if (error instanceof RangeError) throw invalid(error.message)
        throw error
      }
    },
    removeFault: (id) => faults.remove(id),
    clearFaults: () => faults.clear(),

    readClock,
    moveClock: async (deltaMs) => {
      unwrap(await engine.moveClock(deltaMs))
      return closeWhatRanOut()
    },
    setClock: async (epochMs) => {
      unwrap(await engine.setClock(epochMs))
      return closeWhatRanOut()
    },
    resetClock: async () => {
      unwrap(await engine.resetClock())
      return closeWhatRanOut()
    },

    listRequests: (options) => requestLog.list(options),
    findRequest: (id) => {
      const found = requestLog.find(id)
      if (found === undefined) throw notFound(`request ${id} in the log`)
      return found
    },
    clearRequests: () => requestLog.clear(),

    trigger: async (event, input) => {
      const result = await trigger(engine, event, input)
      return 'order' in result
        ? { order: viewOrder(result.order) }
        : { user: viewUser(result.user, engine), partnerId: result.partnerId }
    },

    reset: async () => {
      faults.clear()
      await engine.reset()
      requestLog.clear()
    }
  }
}
