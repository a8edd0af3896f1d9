import type { Signer } from '@arus/snap-bi'
import type { Faults } from '../faults/create-faults.js'
import type { SandboxSettings } from '../settings.js'
import type { Engine } from '../state/engine.js'
import type { Event } from '../state/event.js'
import { notificationId } from './apply-notification-event.js'
import type { Notification, NotificationAttempt, NotificationMessage } from './notification.js'
import type { NotificationRecord } from './notification-record.js'
import { type Posted, postNotification } from './post-notification.js'
import { writeMessage } from './write-message.js'

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
  /** Goes on with what was waiting when an earlier process with the same journal ended: overdue attempts are made at once. */
  resume(): void
  /** When nothing is on its way; with `all`, when no attempt is to come either. */
  idle(options?: { all?: boolean }): Promise<void>
  /** Ends what is on its way, and sends nothing any more. */
  stop(): Promise<void>
}

/** A notification that this process is about to send, or sending; the engine has the rest. */
type Entry = {
  id: string
  timer?: ReturnType<typeof setTimeout>
  /** When the timer is over, by the real clock. */
  dueAt?: number
  isWrong: boolean
  fault?: string
}

/** What a notification may begin with, unless it's asked for. */
const TELLING: ReadonlySet<Event['type']> = new Set(['order.paid', 'order.cancelled', 'order.closed', 'binding.ended'])

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

  /** One attempt; what came of it is kept, unless the sandbox stopped or forgot the notification meanwhile. */
  const attempt = async (
    record: NotificationRecord,
    { isByHand, waitMs }: { isByHand: boolean; waitMs?: number | undefined }
  ) => {
    const entry = entries.get(record.id)
    const [at, startedAt] = [realNow(), performance.now()]
    const isWrong = entry?.isWrong ?? false
    if (entry !== undefined) entry.isWrong = false
    const { message, posted } = await tryOnce(record, isWrong)
    const made = { at, durationMs: performance.now() - startedAt, ...message, ...posted }
    const unkept = { number: record.attempts.length + 1, ...made }
    // Cut short by us: the attempt is made anew after a restart.
    if (stopping.signal.aborted && !made.isDelivered) return unkept
    const outcome = await engine.recordAttempt({
      id: record.id,
      attempt: made,
      isByHand,
      ...(waitMs === undefined ? {} : { nextAttemptAt: realNow() + waitMs }),
      ...(entry?.fault === undefined ? {} : { fault: entry.fault })
    })
    if (outcome.refused) return unkept
    if (outcome.notification.state === 'delivered' && entry !== undefined) unschedule(entry)
    onAttempt?.(outcome.attempt, view(outcome.notification))
    return outcome.attempt
  }

  const tryOnce = async (
    record: NotificationRecord,
    isWrong: boolean
  ): Promise<{ message: NotificationMessage; posted: Posted }> => {
    let message: NotificationMessage = { headers: {}, body: '', stringToSign: '', signature: '' }
    if (!isWebAddress(record.url))
      return { message, posted: { error: 'the address is no http or https URL', isDelivered: false } }
    try {
      message = await writeMessage(record, { engine, signer, origin: settings.publicUrl, now: realNow(), isWrong })
      const options = { fetch, timeoutMs: settings.notificationTimeoutMs, signal: stopping.signal }
      return { message, posted: await postNotification(record, message, options) }
    } catch (error) {
      return { message, posted: { error: String(error), isDelivered: false } }
    }
  }

  /** One attempt of the schedule, and the next one's appointment. */
  const advance = async (entry: Entry): Promise<void> => {
    unschedule(entry)
    const record = engine.findNotification(entry.id)
    if (record === undefined) entries.delete(entry.id)
    if (record?.state !== 'waiting') return
    const waitMs = URL.canParse(record.url) ? settings.notificationRetriesMs[record.tries] : undefined
    await attempt(record, { isByHand: false, waitMs })
    release(entry)
    if (stopping.signal.aborted) return
    if (waitMs !== undefined && engine.findNotification(entry.id)?.state === 'waiting') schedule(entry, waitMs)
    else entries.delete(entry.id)
  }

  const schedule = (entry: Entry, delayMs: number) => {
    if (stopping.signal.aborted) return
    entry.dueAt = realNow() + delayMs
    entry.timer = setTimeout(() => track(advance(entry)), delayMs)
    // The attempts to come keep nobody's process alive.
    entry.timer.unref?.()
  }

  const unschedule = (entry: Entry) => {
    clearTimeout(entry.timer)
    delete entry.timer
    delete entry.dueAt
  }

  /** What was to come after this one comes now. */
  const release = (after: Entry) => {
    const released = heldBack.filter((entry) => entry !== after)
    heldBack = []
    for (const entry of released) if (entry.timer !== undefined) track(advance(entry))
  }

  const start = (id: string, { delayMs, fault }: { delayMs?: number | undefined; fault?: string | undefined }): Entry => {
    const entry: Entry = {
      id,
      isWrong: fault === 'wrong_notification_signature',
      ...(fault === undefined ? {} : { fault })
    }
    entries.set(id, entry)
    if (delayMs === undefined) track(advance(entry))
    else schedule(entry, delayMs)
    return entry
  }

  const begin = ({ id, kind }: NotificationRecord) => {
    const rule = faults?.take(kind)
    const fault = rule?.kind
    if (fault === 'late_notification') start(id, { delayMs: rule?.delayMs ?? DEFAULT_LATE_MS, fault })
    else if (fault === 'reordered_notifications')
      heldBack.push(start(id, { delayMs: rule?.delayMs ?? DEFAULT_REORDER_MS, fault }))
    else {
      start(id, { fault })
      if (fault === 'duplicate_notification') track(repeat(id, fault))
    }
  }

  const repeat = async (id: string, fault: string): Promise<void> => {
    const repeated = await engine.repeatNotification(id)
    if (!repeated.refused) start(repeated.notification.id, { fault })
  }

  const follow = (event: Event) => {
    if (event.type === 'sandbox.reset') forgetAll()
    if (!TELLING.has(event.type)) return
    const record = engine.findNotification(notificationId(event))
    if (record !== undefined) begin(record)
  }

  const forgetAll = () => {
    for (const entry of entries.values()) unschedule(entry)
    entries.clear()
    heldBack = []
  }

  const view = ({ news: _news, tries: _tries, nextAttemptAt, ...notification }: NotificationRecord): Notification => {
    const entry = entries.get(notification.id)
    const dueAt = entry === undefined ? nextAttemptAt : entry.dueAt
    return {
      ...notification,
      ...(dueAt === undefined ? {} : { nextAttemptAt: dueAt }),
      ...(entry?.fault === undefined ? {} : { fault: entry.fault })
    }
  }

  const unsubscribe = engine.subscribe(follow)
  return {
    list: () => engine.listNotifications().reverse().map(view),
    find: (id) => {
      const record = engine.findNotification(id)
      return record === undefined ? undefined : view(record)
    },
    async resend(id) {
      const record = engine.findNotification(id)
      return record === undefined || stopping.signal.aborted ? undefined : track(attempt(record, { isByHand: true }))
    },
    resume() {
      for (const { id, state, nextAttemptAt } of engine.listNotifications()) {
        if (state !== 'waiting' || entries.has(id)) continue
        start(id, { delayMs: nextAttemptAt === undefined ? undefined : Math.max(0, nextAttemptAt - realNow()) })
      }
    },
    async idle({ all = false } = {}) {
      const isIdle = () => onTheirWay.size === 0 && (!all || [...entries.values()].every(({ timer }) => timer === undefined))
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

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
