import { createRequire } from 'node:module'
// First, since it fixes the ids that dana-node makes.
import '../world/fixed-world.js'

// Importing dana-node loads `.env` and prints a line about it: this takes the line away.
process.env.DOTENV_CONFIG_QUIET = 'true'

const require = createRequire(import.meta.url)

/** The subpaths that both packages have. */
export const SUBPATHS = ['', '/widget/v1', '/webhook/v1', '/runtime'] as const

type GenuineOperation = (request: unknown) => Promise<unknown>

/** As much of dana-node as is compared, in types that its own don't narrow. */
type GenuineDana = new (options: Record<string, unknown>) => { widgetApi: Record<string, GenuineOperation> }

/** The genuine dana-node 1.5.11, the last version that npm has. */
export function requireGenuine(subpath: (typeof SUBPATHS)[number]): Record<string, unknown> {
  return require(`dana-node${subpath}`)
}

export const GenuineDana: GenuineDana = requireGenuine('').Dana as GenuineDana

/** A function of one of its models, such as `MoneyToJSON`. */
export function genuineFunction(subpath: '/widget/v1' | '/webhook/v1', name: string): ((value: unknown) => unknown) | undefined {
  return requireGenuine(subpath)[name] as ((value: unknown) => unknown) | undefined
}
