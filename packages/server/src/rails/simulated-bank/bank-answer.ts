/** What the simulated bank does with a call, before anybody has put it into words: a rail's outcome, or an HTTP answer. */
export type TransferAnswer =
  | { kind: 'paid'; railReference: string }
  | { kind: 'accepted'; railReference: string }
  | { kind: 'rejected'; code: string; reason: string }
  /** It has the reference already, and refuses repeats. */
  | { kind: 'duplicate_reference' }
  /** The caller gets no answer. What was booked stays booked. */
  | { kind: 'connection_dropped' }
  /** Nothing was taken: too many requests. */
  | { kind: 'throttled'; retryAfterMs: number }
  /** Nothing was taken: the bank is not open. */
  | { kind: 'down'; retryAfterMs: number }

export type InquiryAnswer =
  | { kind: 'valid'; accountHolder: string }
  | { kind: 'invalid'; message: string }
  | { kind: 'connection_dropped' }

export type StatusAnswer =
  | { kind: 'paid'; railReference: string }
  | { kind: 'accepted'; railReference: string }
  | { kind: 'rejected'; code: string; reason: string }
  | { kind: 'not_found' }
