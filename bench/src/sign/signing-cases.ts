import { createHash, sign, verify } from 'node:crypto'
import { DanaHeaderUtil } from '@arus/dana/runtime'
import { DanaHeaderUtil as GenuineHeaderUtil } from 'dana-node/runtime'
import type { Case } from '../rounds/measure-rounds.js'
import { call, merchantBase64, merchantKey, merchantPem, merchantPublicKey } from './samples.js'

export const GENUINE = 'dana-node, PEM'
export const GENUINE_BASE64 = 'dana-node, bare base64'
export const OURS = 'Arus, the same function, PEM'
export const OURS_BASE64 = 'Arus, the same function, bare base64'
export const RAW = 'node:crypto, key parsed once'

/** The headers of one B2B call, in each way. What is made is verified first. */
export const signingCases: readonly Case[] = [
  { name: GENUINE, run: () => populate(GenuineHeaderUtil, merchantPem) },
  { name: GENUINE_BASE64, run: () => populate(GenuineHeaderUtil, merchantBase64) },
  { name: OURS, run: () => populate(DanaHeaderUtil, merchantPem) },
  { name: OURS_BASE64, run: () => populate(DanaHeaderUtil, merchantBase64) },
  { name: RAW, run: () => signRaw('2026-01-15T10:04:05+07:00') }
]

for (const { name, run } of signingCases.slice(0, -1)) {
  const headers = run() as Record<string, string>
  const text = stringToSign(headers['X-TIMESTAMP']!)
  if (!verify('sha256', Buffer.from(text), merchantPublicKey, Buffer.from(headers['X-SIGNATURE']!, 'base64')))
    throw new Error(`${name} signed something else`)
}

function populate(util: typeof GenuineHeaderUtil | typeof DanaHeaderUtil, key: string): Record<string, string> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' }
  util.populateSnapB2BScenarioHeader(headers, call.method, call.path, call.body, key, call.origin, call.partnerId, false)
  return headers
}

/** The least that a signed call takes: the hash of the body, and the signature. */
export function signRaw(timestamp: string): string {
  return sign('sha256', Buffer.from(stringToSign(timestamp)), merchantKey).toString('base64')
}

function stringToSign(timestamp: string): string {
  return `${call.method}:${call.path}:${createHash('sha256').update(call.body).digest('hex')}:${timestamp}`
}
