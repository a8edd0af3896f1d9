import { createPrivateKey, KeyObject, type PrivateKeyInput } from 'node:crypto'
import { KeyError } from './key-error.js'
import type { KeyInput } from './key-input.js'
import { readKey } from './read-key.js'
import { refuseKey } from './refuse-key.js'
import { requireRsa } from './require-rsa.js'

/** How a private key is opened. */
export type PrivateKeyOptions = {
  /** Opens an encrypted key. Ignored by one that is not. */
  passphrase?: string | undefined
}

/**
 * Reads the private key that signs: PKCS#8 or PKCS#1, also encrypted, in any form of {@link KeyInput}. Do it once and keep
 * the result: reading a key takes longer than signing with it.
 *
 * @throws {KeyError} `code` says why
 *
 * @example
 * const signer = createSigner(parsePrivateKey(textOfKey))
 * const encrypted = parsePrivateKey(textOfEncryptedKey, { passphrase })
 */
export function parsePrivateKey(key: KeyInput, options: PrivateKeyOptions = {}): KeyObject {
  if (key instanceof KeyObject) return requireRsa(key, 'private')
  const { holds, source } = readKey(key, 'private')
  if (holds === 'public') throw refuseKey('wrong_kind', 'private')
  const { passphrase } = options
  if (holds === 'encrypted' && passphrase === undefined) {
    throw new KeyError('passphrase_needed', 'The private key is encrypted: give its passphrase.')
  }
  return requireRsa(create({ ...source, ...(holds === 'encrypted' && { passphrase }) } as PrivateKeyInput, holds), 'private')
}

function create(source: PrivateKeyInput, holds: 'private' | 'encrypted'): KeyObject {
  try {
    return createPrivateKey(source)
  } catch {
    // The error is not kept as the cause: one about a JWK may show its values.
    if (holds === 'private') throw refuseKey('unsupported', 'private')
    throw new KeyError('passphrase_wrong', 'The private key is encrypted, and the passphrase given does not open it.')
  }
}
