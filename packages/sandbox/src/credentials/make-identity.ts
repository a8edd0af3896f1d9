import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { TEST_MERCHANT } from '../seeds/default-seed.js'
import { PUBLISHED_KEYS } from '../seeds/published-keys.js'
import type { MerchantInput } from '../state/merchant.js'
import type { SandboxCredentials } from './sandbox-credentials.js'

/** The merchant that a sandbox starts with, and the key it signs with itself. */
export type SandboxIdentity = {
  credentials: SandboxCredentials
  /** The same merchant as the engine is seeded with. */
  merchant: MerchantInput
  /** Signs notifications and Open API answers; `credentials.danaPublicKey` verifies them. */
  sandboxKey: KeyObject
}

/** Where the merchant's own program listens in examples. Nothing checks it. */
const ORIGIN = 'http://localhost:3000'

const generate = promisify(generateKeyPair)

/**
 * The published keys, which every sandbox has and nobody should trust, or new ones.
 *
 * @param isFresh make keys that nobody else has; takes a second or so
 */
export async function makeIdentity({ isFresh }: { isFresh: boolean }): Promise<SandboxIdentity> {
  const [merchantKey, sandboxKey] = await Promise.all(isFresh ? [freshKey(), freshKey()] : publishedKeys())
  const merchant = { ...TEST_MERCHANT, publicKey: publicHalfOf(merchantKey) }
  return {
    credentials: {
      partnerId: merchant.partnerId!,
      merchantId: merchant.merchantId!,
      origin: ORIGIN,
      clientSecret: merchant.clientSecret!,
      privateKey: merchantKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      publicKey: merchant.publicKey,
      danaPublicKey: publicHalfOf(sandboxKey)
    },
    merchant,
    sandboxKey
  }
}

function publishedKeys(): [KeyObject, KeyObject] {
  const { merchant, sandbox } = PUBLISHED_KEYS
  return [createPrivateKey({ key: merchant, format: 'jwk' }), createPrivateKey({ key: sandbox, format: 'jwk' })]
}

async function freshKey(): Promise<KeyObject> {
  return (await generate('rsa', { modulusLength: 2048 })).privateKey
}

function publicHalfOf(privateKey: KeyObject): string {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()
}
