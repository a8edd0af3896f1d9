import { createPublicKey, KeyObject, type PublicKeyInput } from 'node:crypto'
import type { KeyInput } from './key-input.js'
import { readKey } from './read-key.js'
import { refuseKey } from './refuse-key.js'
import { requireRsa } from './require-rsa.js'

/**
 * Reads the public key that verifies: SPKI, PKCS#1 or a certificate, in any form of {@link KeyInput}. Do it once and keep the
 * result.
 *
 * A private key is refused, though it holds the public one: whoever gives their own private key as the other side's public
 * key has mixed up the two, and would verify nothing with it.
 *
 * @throws {KeyError} `code` says why
 *
 * @example
 * const verifier = createVerifier(parsePublicKey(textOfPublicKey))
 */
export function parsePublicKey(key: KeyInput): KeyObject {
  if (key instanceof KeyObject) return requireRsa(key, 'public')
  const { holds, source } = readKey(key, 'public')
  if (holds !== 'public') throw refuseKey('wrong_kind', 'public')
  return requireRsa(create(source as PublicKeyInput), 'public')
}

function create(source: PublicKeyInput): KeyObject {
  try {
    return createPublicKey(source)
  } catch {
    throw refuseKey('unsupported', 'public')
  }
}
