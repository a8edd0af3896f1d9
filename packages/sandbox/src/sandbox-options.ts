import type { MerchantInput } from './state/merchant.js'
import type { UserInput } from './state/user.js'

/** How a sandbox is started. Everything may be left out. */
export type SandboxOptions = {
  /** Default 4182; 0 takes any free port. */
  port?: number
  /** The address to listen on. Default 127.0.0.1, where only this computer reaches it. */
  host?: string
  /** Where browsers and merchants reach it, when that is not where it listens: behind a proxy, in a container. */
  publicUrl?: string
  /** A folder in which everything is kept over restarts, on disk before it is answered. Default: in memory only. */
  dataFolder?: string
  /** Check clocks and repeated X-EXTERNAL-IDs; `channel-id`: the length of CHANNEL-ID too, which dana-node exceeds. */
  strict?: boolean | 'channel-id'
  /** Obey the values that mean an answer of their own, such as an amount of 505400.00. Default true. */
  magic?: boolean
  /** Serve https, with these as PEM. */
  tls?: { cert: string; key: string }
  /** Keys that nobody else has, instead of the published ones. Takes a second more. */
  freshKeys?: boolean
  /** Users beside the seeded ones; one with a seeded phone stands in its place. */
  users?: readonly UserInput[]
  /** Merchants beside the one that `credentials` are of. */
  merchants?: readonly MerchantInput[]
  /** After how many milliseconds each further attempt at a notification follows. Ours: DANA publishes no schedule. */
  notificationRetriesMs?: readonly number[]
  /** How long one attempt at a notification may take. */
  notificationTimeoutMs?: number
}
