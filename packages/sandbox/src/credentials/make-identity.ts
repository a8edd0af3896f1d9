import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { TEST_MERCHANT } from '../seeds/default-seed.js'
import { PUBLISHED_KEYS } from '../seeds/published-keys.js'
import type { MerchantInput } from '../state/merchant.js'
import { type KeyPair, keepKeys, readKeptKeys } from './kept-keys.js'
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
 * The published keys, which every sandbox has and nobody should trust, or new ones, which a data folder keeps from then on.
 *
 * @param options.isFresh make keys that nobody else has; takes a second or so
 */
export async function makeIdentity({
  isFresh,
  dataFolder
}: {
  isFresh: boolean
  dataFolder: string | undefined
}): Promise<SandboxIdentity> {
  const kept = isFresh || dataFolder === undefined ? undefined : await readKeptKeys(dataFolder)
  const { merchantKey, sandboxKey } = kept ?? (isFresh ? await freshKeys() : publishedKeys())
  if (isFresh && dataFolder !== undefined) await keepKeys(dataFolder, { merchantKey, sandboxKey })
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

function publishedKeys(): KeyPair {
  const { merchant, sandbox } = PUBLISHED_KEYS
  return {
    merchantKey: createPrivateKey({ key: merchant, format: 'jwk' }),
    sandboxKey: createPrivateKey({ key: sandbox, format: 'jwk' })
  }
}

async function freshKeys(): Promise<KeyPair> {
  const [merchantKey, sandboxKey] = await Promise.all([freshKey(), freshKey()])
  return { merchantKey, sandboxKey }
}

async function freshKey(): Promise<KeyObject> {
  return (await generate('rsa', { modulusLength: 2048 })).privateKey
}

function publicHalfOf(privateKey: KeyObject): string {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()
}
