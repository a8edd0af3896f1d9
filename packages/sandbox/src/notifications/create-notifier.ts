import { randomUUID } from 'node:crypto'
import type { Signer } from '@arus/snap-bi'
import type { Faults } from '../faults/create-faults.js'
import type { SandboxSettings } from '../settings.js'
import type { Engine } from '../state/engine.js'
import type { Event } from '../state/event.js'
import { finishNotifyBody, type OrderEnd, signFinishNotify } from './finish-notify.js'
import type { Notification, NotificationAttempt, NotificationMessage } from './notification.js'
import { type Posted, postNotification } from './post-notification.js'
import { signUnbindNotify } from './unbind-notify.js'

export type NotifierParts = {
  engine: Engine
  /** The sandbox's key, which merchants verify notifications with. */
  signer: Signer
  settings: SandboxSettings
  faults?: Faults
  /** Node's own unless given. */
  fetch?: typeof globalThis.fetch
  /** Called after each attempt. */
  onAttempt?: (attempt: NotificationAttempt, notification: Notification) => void
  /** The real time: a notification is signed at it, whatever the sandbox's clock says. */
  realNow?: () => number
}

export type Notifier = {
  /** The newest first. */
  list(): Notification[]
  find(id: string): Notification | undefined
  /**
   * Sends it once more, at once, delivered or not. The attempts that were still to come go on unless it is taken.
   *
   * @returns undefined when there is no such notification
   */
  resend(id: string): Promise<NotificationAttempt | undefined>
  /** When nothing is on its way; with `all`, when no attempt is to come either. */
  idle(options?: { all?: boolean }): Promise<void>
  /** Ends what is on its way, and sends nothing any more. */
  stop(): Promise<void>
}

type Entry = {
  notification: Notification
  /** How often it was tried by itself. */
  tries: number
  write: (isWrong: boolean) => Promise<NotificationMessage>
  timer?: ReturnType<typeof setTimeout>
  isWrong: boolean
}

const MAX_NOTIFICATIONS = 1_000
const DEFAULT_LATE_MS = 5_000
/** For a notification that is to come after the next, when there is none. */
const DEFAULT_REORDER_MS = 30_000

/**
 * Tells merchants how their orders ended, and of bindings that users end, from now on: signed anew for each attempt, until the
 * merchant takes it or the settings' schedule is over.
 *
 * @example
 * const notifier = createNotifier({ engine, signer, settings })
 * notifier.list()[0]?.attempts.at(-1)?.error
 */
export function createNotifier(parts: NotifierParts): Notifier {
  const { engine, signer, settings, faults, fetch = globalThis.fetch, onAttempt, realNow = Date.now } = parts
  const stopping = new AbortController()
  const entries = new Map<string, Entry>()
  const onTheirWay = new Set<Promise<unknown>>()
  let heldBack: Entry[] = []

  const track = <Result>(work: Promise<Result>): Promise<Result> => {
    onTheirWay.add(work)
    const done = () => onTheirWay.delete(work)
    work.then(done, done)
    return work
  }

  const attempt = async (entry: Entry): Promise<NotificationAttempt> => {
    const { notification } = entry
    const [at, startedAt] = [realNow(), performance.now()]
    const isWrong = entry.isWrong
    entry.isWrong = false
    const { message, posted } = await tryOnce(entry, isWrong)
    const made: NotificationAttempt = {
      number: notification.attempts.length + 1,
      at,
      durationMs: performance.now() - startedAt,
      ...message,
      ...posted
    }
    notification.attempts.push(made)
    if (made.isDelivered) {
      notification.state = 'delivered'
      unschedule(entry)
    }
    onAttempt?.(made, notification)
    return made
  }

  const tryOnce = async (entry: Entry, isWrong: boolean): Promise<{ message: NotificationMessage; posted: Posted }> => {
    let message: NotificationMessage = { headers: {}, body: '', stringToSign: '', signature: '' }
    const { notification } = entry
    if (!/^https?:$/.test(urlOf(notification.url)?.protocol ?? ''))
      return { message, posted: { error: 'the address is no http or https URL', isDelivered: false } }
    try {
      message = await entry.write(isWrong)
      const options = { fetch, timeoutMs: settings.notificationTimeoutMs, signal: stopping.signal }
      return { message, posted: await postNotification(notification, message, options) }
    } catch (error) {
      return { message, posted: { error: String(error), isDelivered: false } }
    }
  }

  /** One attempt of the schedule, and the next one's appointment. */
  const advance = async (entry: Entry): Promise<void> => {
    unschedule(entry)
    const waitMs = settings.notificationRetriesMs[entry.tries++]
    await attempt(entry)
    release(entry)
    if (entry.notification.state !== 'waiting' || stopping.signal.aborted || !entries.has(entry.notification.id)) return
    if (waitMs === undefined || urlOf(entry.notification.url) === undefined) entry.notification.state = 'failed'
    else schedule(entry, waitMs)
  }

  const schedule = (entry: Entry, delayMs: number) => {
    if (stopping.signal.aborted) return
    entry.notification.nextAttemptAt = realNow() + delayMs
    entry.timer = setTimeout(() => track(advance(entry)), delayMs)
    // The attempts to come keep nobody's process alive.
    entry.timer.unref?.()
  }

  const unschedule = (entry: Entry) => {
    clearTimeout(entry.timer)
    delete entry.timer
    delete entry.notification.nextAttemptAt
  }

  /** What was to come after this one comes now. */
  const release = (after: Entry) => {
    const released = heldBack.filter((entry) => entry !== after)
    heldBack = []
    for (const entry of released) if (entry.timer !== undefined) track(advance(entry))
  }

  const begin = (about: Omit<Notification, 'id' | 'createdAt' | 'state' | 'attempts'>, write: Entry['write']) => {
    const fault = faults?.take(about.kind)
    const start = (delayMs: number | undefined): Entry => {
      const notification: Notification = {
        id: randomUUID(),
        ...about,
        createdAt: realNow(),
        state: 'waiting',
        ...(fault === undefined ? {} : { fault: fault.kind }),
        attempts: []
      }
      const entry: Entry = { notification, tries: 0, write, isWrong: fault?.kind === 'wrong_notification_signature' }
      entries.set(notification.id, entry)
      if (delayMs === undefined) track(advance(entry))
      else schedule(entry, delayMs)
      return entry
    }
    if (fault?.kind === 'late_notification') start(fault.delayMs ?? DEFAULT_LATE_MS)
    else if (fault?.kind === 'reordered_notifications') heldBack.push(start(fault.delayMs ?? DEFAULT_REORDER_MS))
    else {
      start(undefined)
      if (fault?.kind === 'duplicate_notification') start(undefined)
    }
    forgetOldest()
  }

  const forgetOldest = () => {
    for (const [id, entry] of entries) {
      if (entries.size <= MAX_NOTIFICATIONS) return
      unschedule(entry)
      entries.delete(id)
    }
  }

  const tellEnd = (referenceNo: string, end: OrderEnd) => {
    const order = engine.findOrder(referenceNo)
    if (order?.notificationUrl === undefined) return
    const { partnerId, notificationUrl: url } = order
    const body = finishNotifyBody(order, end, engine.findMerchantByPartnerId(partnerId))
    begin({ kind: 'finishNotify', partnerId, referenceNo, url, status: end.status }, (isWrong) =>
      signFinishNotify({ url: new URL(url), body, partnerId, origin: settings.publicUrl, isWrong }, signer, realNow())
    )
  }

  const follow = (event: Event) => {
    const { type, at } = event
    if (type === 'order.paid') tellEnd(event.referenceNo, { status: '00', description: 'SUCCESS', at })
    else if (type === 'order.cancelled')
      tellEnd(event.referenceNo, { status: '05', description: 'CANCELLED', at, closedReason: event.reason ?? 'CANCELLED' })
    else if (type === 'order.closed')
      tellEnd(event.referenceNo, { status: '05', description: 'CLOSED', at, closedReason: event.reason })
    else if (type === 'binding.ended' && event.by === 'user') {
      const { partnerId, userId, accessTokens } = event
      const url = engine.findMerchantByPartnerId(partnerId)?.unbindNotifyUrl
      if (url === undefined) return
      begin({ kind: 'unbindNotify', partnerId, userId, url }, (isWrong) =>
        signUnbindNotify({ partnerId, accessTokens, at, isWrong }, signer, realNow())
      )
    } else if (type === 'sandbox.reset') forgetAll()
  }

  const forgetAll = () => {
    for (const entry of entries.values()) unschedule(entry)
    entries.clear()
    heldBack = []
  }

  const unsubscribe = engine.subscribe(follow)
  return {
    list: () => [...entries.values()].map(({ notification }) => notification).reverse(),
    find: (id) => entries.get(id)?.notification,
    async resend(id) {
      const entry = entries.get(id)
      return entry === undefined || stopping.signal.aborted ? undefined : track(attempt(entry))
    },
    async idle({ all = false } = {}) {
      const isIdle = () =>
        onTheirWay.size === 0 &&
        (!all || [...entries.values()].every(({ notification }) => notification.nextAttemptAt === undefined))
      while (!isIdle()) {
        await Promise.allSettled(onTheirWay)
        if (onTheirWay.size === 0 && !isIdle()) await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    async stop() {
      unsubscribe()
      stopping.abort(new Error('the sandbox stopped'))
      for (const entry of entries.values()) unschedule(entry)
      await Promise.allSettled(onTheirWay)
    }
  }
}

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}
