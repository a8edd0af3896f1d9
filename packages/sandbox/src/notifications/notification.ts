/** One try at bringing a notification to the merchant. */
export type NotificationAttempt = {
  /** 1, 2, 3, … within the notification. */
  number: number
  /** When it began, by the real clock: milliseconds since 1970-01-01T00:00:00Z. */
  at: number
  durationMs: number
  /** As they were sent. */
  headers: Record<string, string>
  body: string
  /** What `signature` is of. */
  stringToSign: string
  signature: string
  /** The HTTP status of the answer; undefined where there was none. */
  status?: number
  /** The answer, its first part where it is long. */
  answer?: string
  /** What went wrong, where the merchant did not take it. */
  error?: string
  isDelivered: boolean
}

/** Something that the merchant is told. */
export type Notification = {
  id: string
  kind: 'finishNotify' | 'unbindNotify'
  partnerId: string
  /** The order's number, for a `finishNotify`. */
  referenceNo?: string
  /** Whose binding ended, for an `unbindNotify`. */
  userId?: string
  url: string
  /** `05` or `00`, for a `finishNotify`. */
  status?: string
  createdAt: number
  /** `waiting` for an attempt, `delivered`, or `failed` for good. */
  state: 'waiting' | 'delivered' | 'failed'
  /** When the next attempt follows by itself, by the real clock. */
  nextAttemptAt?: number
  /** What a rule makes go wrong with it. */
  fault?: string
  attempts: NotificationAttempt[]
}

/** What an attempt sends, made anew for each. */
export type NotificationMessage = { headers: Record<string, string>; body: string; stringToSign: string; signature: string }
