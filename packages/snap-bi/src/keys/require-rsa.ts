import type { KeyObject } from 'node:crypto'
import type { KeyKind } from './key-error.js'
import { refuseKey } from './refuse-key.js'

/** Gives the key back when it is an RSA key of the kind wanted. A key restricted to RSA-PSS is of another algorithm. */
export function requireRsa(key: KeyObject, kind: KeyKind): KeyObject {
  if (key.type !== kind) throw refuseKey('wrong_kind', kind)
  if (key.asymmetricKeyType !== 'rsa') throw refuseKey('not_rsa', kind)
  return key
}
