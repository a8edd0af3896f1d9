import type { FaultRule, StandingFault } from '../faults/create-faults.js'
import type { Notification, NotificationAttempt } from '../notifications/notification.js'
import type { LoggedRequest } from '../request-log/create-request-log.js'
import { ControlError } from './control-error.js'
import type { ClockView, TriggerView } from './control-functions.js'
import type { MerchantView, OrderView, UserView } from './control-views.js'
import type { SignedNotification } from './sign-again.js'
import type { TriggerEvent } from './trigger.js'

/** Fields of a user as the control API takes them; amounts are rupiah, as a number or with two decimals. */
export type UserFields = Partial<Omit<UserView, 'id' | 'publicUserId' | 'balance' | 'otherPins'>> & { balance?: string | number }

export type MerchantFields = Partial<Omit<MerchantView, 'balance'>> & { balance?: string | number }

/** What a trigger is told. */
export type TriggerFields = {
  /** The order, by DANA's number or the merchant's own. */
  reference?: string
  /** Rupiah. */
  amount?: string | number
  notificationUrl?: string
  phone?: string
  payMethod?: string
  partnerId?: string
}

/** The control API of a sandbox that runs in another process. Each rejects with a `ControlError` when it is refused. */
export type ControlClient = {
  listUsers(): Promise<UserView[]>
  addUser(fields: UserFields & { phone: string }): Promise<UserView>
  /** By id or phone. */
  changeUser(idOrPhone: string, fields: UserFields): Promise<UserView>
  listMerchants(): Promise<MerchantView[]>
  addMerchant(fields: MerchantFields & { publicKey: string }): Promise<MerchantView>
  changeMerchant(partnerId: string, fields: Omit<MerchantFields, 'partnerId' | 'merchantId'>): Promise<MerchantView>
  /** Newest first. */
  listOrders(): Promise<OrderView[]>
  findOrder(reference: string): Promise<OrderView>
  /** Newest first, with every attempt. */
  listNotifications(): Promise<Notification[]>
  resendNotification(id: string): Promise<NotificationAttempt>
  /** Headers and body of a notification for another address than the order's. */
  signNotification(id: string, url: string): Promise<SignedNotification>
  listFaults(): Promise<StandingFault[]>
  addFault(rule: FaultRule): Promise<StandingFault>
  removeFault(id: number): Promise<void>
  clearFaults(): Promise<void>
  readClock(): Promise<ClockView>
  moveClock(deltaMs: number): Promise<ClockView>
  setClock(epochMs: number): Promise<ClockView>
  resetClock(): Promise<ClockView>
  listRequests(): Promise<LoggedRequest[]>
  clearRequests(): Promise<void>
  trigger(event: TriggerEvent, fields?: TriggerFields): Promise<TriggerView>
  reset(): Promise<void>
}

/** How long an answer may take. */
const TIMEOUT_MS = 10_000

/**
 * A client of the control API of the sandbox at `url`. Sends nothing yet.
 *
 * @param options.url where the sandbox is, such as `http://127.0.0.1:4182`
 * @param options.signal ends what is under way
 *
 * @example
 * const sandbox = connectControl({ url: 'http://127.0.0.1:4182' })
 * await sandbox.trigger('payment.paid', { reference: 'order-1' })
 */
export function connectControl({ url, signal }: { url: string; signal?: AbortSignal }): ControlClient {
  const root = `${url.replace(/\/+$/, '')}/_sandbox/api`
  // biome-ignore lint/suspicious/noExplicitAny: what the sandbox of this version answers has the types below
  const call = async (method: string, path: string, body?: object): Promise<any> => {
    const timeout = AbortSignal.timeout(TIMEOUT_MS)
    const response = await fetch(`${root}${path}`, {
      method,
      redirect: 'error',
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      ...(method === 'GET' ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) })
    })
    const text = await response.text()
    if (response.ok) return text === '' ? undefined : JSON.parse(text)
    throw refusalOf(response.status, text)
  }
  const part = encodeURIComponent
  // Every answer of the API has what was asked for under one name.
  const ask = async <Value>(name: string, method: string, path: string, body?: object): Promise<Value> =>
    (await call(method, path, body))[name]
  return {
    listUsers: () => ask('users', 'GET', '/users'),
    addUser: (fields) => ask('user', 'POST', '/users', fields),
    changeUser: (idOrPhone, fields) => ask('user', 'PATCH', `/users/${part(idOrPhone)}`, fields),
    listMerchants: () => ask('merchants', 'GET', '/merchants'),
    addMerchant: (fields) => ask('merchant', 'POST', '/merchants', fields),
    changeMerchant: (partnerId, fields) => ask('merchant', 'PATCH', `/merchants/${part(partnerId)}`, fields),
    listOrders: () => ask('orders', 'GET', '/orders'),
    findOrder: (reference) => ask('order', 'GET', `/orders/${part(reference)}`),
    listNotifications: () => ask('notifications', 'GET', '/notifications'),
    resendNotification: (id) => ask('attempt', 'POST', `/notifications/${part(id)}/resend`),
    signNotification: (id, url) => ask('signed', 'POST', `/notifications/${part(id)}/sign`, { url }),
    listFaults: () => ask('faults', 'GET', '/faults'),
    addFault: (rule) => ask('fault', 'POST', '/faults', rule),
    removeFault: (id) => call('DELETE', `/faults/${id}`),
    clearFaults: () => call('DELETE', '/faults'),
    readClock: () => ask('clock', 'GET', '/clock'),
    moveClock: (moveMs) => ask('clock', 'POST', '/clock', { moveMs }),
    setClock: (setTo) => ask('clock', 'POST', '/clock', { setTo }),
    resetClock: () => ask('clock', 'POST', '/clock', { reset: true }),
    listRequests: () => ask('requests', 'GET', '/requests'),
    clearRequests: () => call('DELETE', '/requests'),
    trigger: (event, fields) => call('POST', `/triggers/${event}`, fields),
    reset: () => call('POST', '/reset')
  }
}

function refusalOf(status: number, text: string): ControlError {
  try {
    const { code, message } = (JSON.parse(text) as { error: { code: string; message: string } }).error
    return new ControlError(status, String(code), String(message))
  } catch {
    return new ControlError(status, 'no_sandbox', `answered ${status}, and not as a sandbox does`)
  }
}
