/** What goes wrong with a request: */
export const REQUEST_FAULTS = [
  /** it is served `delayMs` late; */
  'delay',
  /** it is served, but nobody answers: the connection is held for `delayMs` and then dropped; */
  'timeout_after_work',
  /** a gateway answers 502 with HTML; */
  'html_502',
  /** the answer is a 500 without a body; */
  'empty_500',
  /** the connection is dropped without an answer; */
  'drop',
  /** it is refused with 429 and `Retry-After`; */
  'rate_limited',
  /** it is refused with the `responseCode` that the rule names. */
  'answer'
] as const

/** What goes wrong with a notification: */
export const NOTIFICATION_FAULTS = [
  /** it is sent twice; */
  'duplicate_notification',
  /** it is sent `delayMs` late; */
  'late_notification',
  /** it is sent only after the next one; */
  'reordered_notifications',
  /** its first attempt has a signature that does not verify. */
  'wrong_notification_signature'
] as const

export type RequestFault = (typeof REQUEST_FAULTS)[number]
export type NotificationFault = (typeof NOTIFICATION_FAULTS)[number]
export type FaultKind = RequestFault | NotificationFault

/** The notifications' names among the operations. */
export const NOTIFICATIONS = ['finishNotify', 'unbindNotify'] as const

/** What goes wrong, with what, and how often. */
export type FaultRule = {
  kind: FaultKind
  /** `queryPayment`, `finishNotify`, …; without it, all that the kind of fault can happen to. */
  operation?: string
  /** To how many of them: once, unless there is a `rate`, which goes on until the rule is cleared. */
  times?: number
  /** With which probability, 0 to 1, to each. */
  rate?: number
  /** Makes the rate's choices the same each time. */
  seed?: number
  /** Milliseconds, for those faults that wait. */
  delayMs?: number
  /** For `html_502`, `empty_500` and `drop`: whether the work is done first. It is not, unless this says so. */
  afterWork?: boolean
  /** For `rate_limited`: the seconds in `Retry-After`. 1 unless given. */
  retryAfterSeconds?: number
  /** For `answer`: the seven digits. The service's digits are those of the operation, whatever stands here. */
  responseCode?: string
}

/** A rule that stands. */
export type StandingFault = FaultRule & {
  id: number
  /** How many more times; undefined for as long as it stands. */
  remaining: number | undefined
}

export type Faults = {
  /**
   * Makes a rule stand.
   *
   * @throws {RangeError} when a number is out of its range, or the kind is unknown
   */
  add(rule: FaultRule): StandingFault
  /** The rules that stand, the oldest first. */
  list(): StandingFault[]
  remove(id: number): void
  clear(): void
  /** The fault of this request or notification, if it has one: of the oldest rule that hits it, which counts it. */
  take(operation: string): FaultRule | undefined
}

/**
 * Makes the sandbox's faults, none of which stand at first.
 *
 * @param options.random gives numbers from 0 up to 1; decides where a rule has a rate and no seed
 *
 * @example
 * const faults = createFaults({ random: Math.random })
 * faults.add({ kind: 'html_502', operation: 'widgetPayment', times: 2 })
 */
export function createFaults({ random }: { random: () => number }): Faults {
  let standing: { fault: StandingFault; draw: () => number }[] = []
  let lastId = 0
  return {
    add(rule) {
      checkRule(rule)
      const fault = { ...rule, id: ++lastId, remaining: rule.times ?? (rule.rate === undefined ? 1 : undefined) }
      standing.push({ fault, draw: rule.seed === undefined ? random : seededRandom(rule.seed) })
      return { ...fault }
    },
    list: () => standing.map(({ fault }) => ({ ...fault })),
    remove(id) {
      standing = standing.filter(({ fault }) => fault.id !== id)
    },
    clear() {
      standing = []
    },
    take(operation) {
      if (standing.length === 0) return undefined
      const hit = standing.find(
        ({ fault, draw }) => canHit(fault, operation) && (fault.rate === undefined || draw() < fault.rate)
      )
      if (hit === undefined) return undefined
      if (hit.fault.remaining !== undefined && --hit.fault.remaining === 0) standing = standing.filter((other) => other !== hit)
      return { ...hit.fault }
    }
  }
}

function canHit(fault: FaultRule, operation: string): boolean {
  if (fault.operation !== undefined && fault.operation !== operation) return false
  const kinds: readonly FaultKind[] = isNotification(operation) ? NOTIFICATION_FAULTS : REQUEST_FAULTS
  return kinds.includes(fault.kind)
}

function isNotification(operation: string): boolean {
  return NOTIFICATIONS.some((name) => name === operation)
}

function checkRule({ kind, times, rate, delayMs, retryAfterSeconds, responseCode }: FaultRule): void {
  const kinds: readonly string[] = [...REQUEST_FAULTS, ...NOTIFICATION_FAULTS]
  if (!kinds.includes(kind)) throw new RangeError(`no such fault: ${kind}. There are: ${kinds.join(', ')}`)
  if (times !== undefined && !(Number.isSafeInteger(times) && times > 0)) throw new RangeError('times is a whole number above 0')
  if (rate !== undefined && !(rate >= 0 && rate <= 1)) throw new RangeError('rate is a number from 0 to 1')
  for (const [name, value] of Object.entries({ delayMs, retryAfterSeconds }))
    if (value !== undefined && !(value >= 0 && value <= 86_400_000))
      throw new RangeError(`${name} is a number from 0 to 86400000`)
  if ((kind === 'answer' || responseCode !== undefined) && !/^[2-5]\d{6}$/.test(String(responseCode)))
    throw new RangeError('responseCode is seven digits, such as 5005400')
}

/** Small and good enough to choose faults by: the same seed gives the same numbers (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
