import { createVerifier, type KeyInput, type Verifier } from '@arus/snap-bi'
import { RequiredError } from '../errors/required-error.js'
import { verifierOf } from '../keys/key-cache.js'
import { readPublicKey } from '../keys/read-public-key.js'

/** A public key in any form that has one, or what verifies by it. */
export type PublicKeyInput = KeyInput | Verifier

/**
 * One verifier of all keys that were given. While DANA changes its key, the old and the new one are both good.
 *
 * @throws {KeyError} when one is no RSA public key
 * @throws {RequiredError} when the list is empty
 * @throws {InvalidOptionError} when one is the local sandbox's, in production
 */
export function toVerifier(publicKey: PublicKeyInput | readonly PublicKeyInput[]): Verifier {
  const verifiers = (Array.isArray(publicKey) ? publicKey : [publicKey]).map(oneVerifier)
  if (verifiers.length === 0) throw new RequiredError('publicKey', 'publicKey must be a key or a list of at least one')
  if (verifiers.length === 1) return verifiers[0]!
  return { verify: (text, signature) => verifiers.some((verifier) => verifier.verify(text, signature)) }
}

function oneVerifier(key: PublicKeyInput): Verifier {
  if (typeof key === 'string') return verifierOf(key)
  if (typeof key === 'object' && key !== null && 'verify' in key) return key as Verifier
  return createVerifier(readPublicKey(key as KeyInput))
}
