import type { KeyObject } from 'node:crypto'
import { type KeyInput, parsePublicKey } from '@arus/snap-bi'
import { isProductionEnvironment } from '../environment/read-environment.js'
import { refusePublishedKey } from './refuse-published-key.js'

/** Which were looked at: whoever gives a KeyObject gives it with each notification. */
const accepted = new WeakSet<KeyObject>()

/**
 * Reads the key that notifications are verified with.
 *
 * @throws {KeyError} when it is no RSA public key
 * @throws {InvalidOptionError} when it is the local sandbox's and the environment says production
 */
export function readPublicKey(key: KeyInput): KeyObject {
  const publicKey = parsePublicKey(key)
  if (isProductionEnvironment() && !accepted.has(publicKey)) {
    refusePublishedKey('publicKey', publicKey)
    accepted.add(publicKey)
  }
  return publicKey
}
