import { createSigner, parsePrivateKey, type Signer } from '@arus/snap-bi'
import { InvalidOptionError } from '../errors/invalid-option-error.js'
import { refusePublishedKey } from '../keys/refuse-published-key.js'
import { type ClientSettings, isProduction } from './client-settings.js'

/**
 * The client's signer. The key is parsed with the first call that needs it, and once.
 *
 * Not when the client is made: dana-node takes any text there, and many a test makes a client that never calls.
 *
 * @throws {InvalidOptionError} when the key can't be used, or may not in production; the message says what is wrong with it,
 *   never what it is
 */
export function signerOfSettings(settings: ClientSettings): Signer {
  if (settings.signer !== undefined) return settings.signer
  const { privateKey, privateKeyPassphrase: passphrase } = settings
  try {
    const key = parsePrivateKey(privateKey, passphrase === undefined ? {} : { passphrase })
    if (isProduction(settings)) refusePublishedKey('privateKey', key)
    settings.signer = createSigner(key)
    return settings.signer
  } catch (error) {
    if (error instanceof InvalidOptionError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new InvalidOptionError('privateKey', `Failed to generate signature: ${reason}`, { cause: error })
  }
}
