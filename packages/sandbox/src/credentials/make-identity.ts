import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { PUBLISHED_MERCHANT_KEY, PUBLISHED_SANDBOX_KEY } from './published-keys.js'
import type { SandboxCredentials } from './sandbox-credentials.js'

/** The merchant that a sandbox starts with, and the key it signs with itself. */
export type SandboxIdentity = {
  credentials: SandboxCredentials
  /** Signs notifications and Open API answers; `credentials.danaPublicKey` verifies them. */
  sandboxKey: KeyObject
}

/** Made up: the lengths are those of DANA's. */
const PARTNER_ID = '2026010100000000004190'
const MERCHANT_ID = '216620000000000004190'
const ORIGIN = 'http://localhost:3000'
const CLIENT_SECRET = 'arus-sandbox-client-secret-published'

const generate = promisify(generateKeyPair)

/**
 * The published keys, which every sandbox has and nobody should trust, or new ones.
 *
 * @param isFresh make keys that nobody else has; takes a second or so
 */
export async function makeIdentity({ isFresh }: { isFresh: boolean }): Promise<SandboxIdentity> {
  const [merchantKey, sandboxKey] = isFresh
    ? await Promise.all([freshKey(), freshKey()])
    : [PUBLISHED_MERCHANT_KEY, PUBLISHED_SANDBOX_KEY].map((key) => createPrivateKey({ key, format: 'jwk' }))
  return {
    credentials: {
      partnerId: PARTNER_ID,
      merchantId: MERCHANT_ID,
      origin: ORIGIN,
      clientSecret: CLIENT_SECRET,
      privateKey: merchantKey!.export({ type: 'pkcs8', format: 'pem' }).toString(),
      publicKey: publicHalfOf(merchantKey!),
      danaPublicKey: publicHalfOf(sandboxKey!)
    },
    sandboxKey: sandboxKey!
  }
}

async function freshKey(): Promise<KeyObject> {
  return (await generate('rsa', { modulusLength: 2048 })).privateKey
}

function publicHalfOf(privateKey: KeyObject): string {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()
}
