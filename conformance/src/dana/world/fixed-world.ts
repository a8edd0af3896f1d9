import { createRequire, syncBuiltinESMExports } from 'node:module'
import { vi } from 'vitest'

/** What the vectors were recorded with. */
export const RECORDED = {
  now: '2026-01-15T03:04:05.678Z',
  uuid: '11111111-2222-4333-8444-555555555555',
  mathRandom: 0.1234567
} as const

/** Every variable that either client looks at. */
const VARIABLES = [
  'X_PARTNER_ID',
  'PRIVATE_KEY',
  'PRIVATE_KEY_PATH',
  'X_PRIVATE_KEY',
  'ORIGIN',
  'DANA_ENV',
  'ENV',
  'CLIENT_SECRET',
  'X_DEBUG',
  'DANA_BASE_URL',
  'DANA_WEB_URL',
  'DANA_CHECK_REQUIRED'
]

let fixedUuid: string | undefined

// `uuid`, which dana-node calls, keeps the function that it finds when it is loaded: so it has to find this one.
const crypto: { randomUUID: (options?: object) => string } = createRequire(import.meta.url)('node:crypto')
const { randomUUID } = crypto
crypto.randomUUID = (options) => fixedUuid ?? randomUUID(options)
syncBuiltinESMExports()

/**
 * Fixes the clock, the ids, the zone and the environment, as they were when the vectors were recorded. Import this file
 * before whatever makes ids.
 */
export function fixWorld({
  now = RECORDED.now,
  tz = 'Asia/Jakarta',
  env = {}
}: {
  now?: string
  tz?: string
  env?: Record<string, string>
} = {}): void {
  releaseWorld()
  vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] })
  fixedUuid = RECORDED.uuid
  vi.spyOn(globalThis.crypto, 'randomUUID').mockReturnValue(RECORDED.uuid)
  vi.spyOn(Math, 'random').mockReturnValue(RECORDED.mathRandom)
  for (const name of VARIABLES) vi.stubEnv(name, env[name])
  vi.stubEnv('TZ', tz)
}

export function releaseWorld(): void {
  fixedUuid = undefined
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
}
