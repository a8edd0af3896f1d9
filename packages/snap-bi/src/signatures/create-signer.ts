import { Buffer } from 'node:buffer'
import { type KeyObject, sign } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { requireRsa } from '../keys/require-rsa.js'
import { createQueue } from './create-queue.js'
import { signAway } from './sign-away.js'

/**
 * Of all signers together. With three for each core no core waits for the event loop; with many more, all come back at once
 * and the threads that sign keep the event loop off the cores: its delay is half as long again.
 */
const signInTurn = createQueue(3 * availableParallelism())

/** Signs with one private key: RSA PKCS#1 v1.5 with SHA-256, in base64. The same text has the same signature always. */
export type Signer = {
  /** Signs on another thread, so that a server answers others meanwhile. */
  sign(text: string | Uint8Array): Promise<string>
  /** Signs here and now, which takes a good part of a millisecond. */
  signSync(text: string | Uint8Array): string
}

/**
 * Makes the signer of a private key. Make it once: it does no work for the key again.
 *
 * @throws {KeyError} `wrong_kind` or `not_rsa`
 *
 * @example
 * const signer = createSigner(parsePrivateKey(textOfKey))
 * const signature = await signer.sign(applyTokenStringToSign({ clientKey, timestamp }))
 */
export function createSigner(key: KeyObject): Signer {
  requireRsa(key, 'private')
  return {
    sign: async (text) => (await signInTurn(() => signAway(sign, bytesOf(text), key))).toString('base64'),
    signSync: (text) => sign('sha256', bytesOf(text), key).toString('base64')
  }
}

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? Buffer.from(text) : text
}
