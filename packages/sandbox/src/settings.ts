/** What a running sandbox goes by. One object is made at the start, and given to the API, the pages and the notifier. */
export type SandboxSettings = {
  /** Where the sandbox is reached, without a slash at its end: `http://127.0.0.1:4182`. Set once the port is known. */
  publicUrl: string
  /** Refuse clocks that differ much from the sandbox's, and an X-EXTERNAL-ID that was used before on the same day. */
  strict: boolean
  /** Refuse a CHANNEL-ID longer than the documented 5 characters, which the official client itself sends. */
  strictChannelId: boolean
  /** Obey the values that mean an outcome of their own, such as an amount that names a response code. */
  magic: boolean
  /** How far a request's X-TIMESTAMP may differ from the clock where `strict` is on. */
  clockToleranceMs: number
  /** How long after an attempt that was not answered with 2005600 the next follows. Ours: DANA publishes no schedule. */
  notificationRetriesMs: readonly number[]
  /** How long one attempt at a notification may take. */
  notificationTimeoutMs: number
  /** Bodies of requests above this are refused. */
  maxBodyBytes: number
  /** How many requests the log keeps; older ones are forgotten. */
  requestLogSize: number
}

/** Where a sandbox listens unless told otherwise. Browsers and fetch refuse a good many ports (4190 is one), and not this. */
export const DEFAULT_PORT = 4182

/** What holds where nothing else is asked for; `publicUrl` follows from where the sandbox listens. */
export const DEFAULT_SETTINGS: Omit<SandboxSettings, 'publicUrl'> = {
  strict: false,
  strictChannelId: false,
  magic: true,
  clockToleranceMs: 5 * 60_000,
  notificationRetriesMs: [1_000, 5_000, 30_000, 120_000, 600_000],
  notificationTimeoutMs: 8_000,
  maxBodyBytes: 1_048_576,
  requestLogSize: 500
}
