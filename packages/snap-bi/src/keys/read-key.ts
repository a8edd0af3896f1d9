import { Buffer } from 'node:buffer'
import type { JsonWebKey } from 'node:crypto'
import { identifyDer } from './identify-der.js'
import type { KeyKind } from './key-error.js'
import { readKeyText } from './read-key-text.js'
import { refuseKey } from './refuse-key.js'
import { toPem } from './to-pem.js'

/** A key as node:crypto takes it, and what it will turn out to be. */
export type ReadKey = {
  holds: 'private' | 'public' | 'encrypted'
  source:
    | { format: 'der'; key: Buffer; type: 'pkcs8' | 'pkcs1' | 'spki' }
    | { format: 'pem'; key: string }
    | { format: 'jwk'; key: JsonWebKey }
}

/** Five times the longest RSA key that OpenSSL uses (16384 bits, as PEM): whatever is longer is no key, and is not read. */
const MAX_LENGTH = 65_536

/**
 * Finds out what was given, without parsing the key itself.
 *
 * @throws {KeyError}
 */
export function readKey(key: unknown, kind: KeyKind): ReadKey {
  if (key === undefined || key === null) throw refuseKey('empty', kind)
  if (typeof key === 'string') return readText(key, kind)
  // Not instanceof: the Uint8Array of a test runner's sandbox is another class.
  if (ArrayBuffer.isView(key)) return readBytes(Buffer.from(key.buffer, key.byteOffset, key.byteLength), kind)
  if (typeof key === 'object' && 'kty' in key) return readJwk(key as JsonWebKey, kind)
  throw refuseKey('not_text', kind)
}

function readText(text: string, kind: KeyKind): ReadKey {
  if (text.length > MAX_LENGTH) throw refuseKey('unsupported', kind)
  const { label, encryption, bytes } = readKeyText(text, kind)
  if (encryption === undefined) return readDer(bytes, kind)
  const headers = `Proc-Type: 4,ENCRYPTED\nDEK-Info: ${encryption}\n\n`
  return { holds: 'encrypted', source: { format: 'pem', key: toPem(label, bytes, headers) } }
}

function readBytes(bytes: Buffer, kind: KeyKind): ReadKey {
  if (bytes.length > MAX_LENGTH) throw refuseKey('unsupported', kind)
  // DER begins with the byte of the digit 0, which neither PEM nor its base64 do.
  return bytes[0] === 0x30 ? readDer(bytes, kind) : readText(bytes.toString(), kind)
}

function readDer(der: Buffer, kind: KeyKind): ReadKey {
  const form = identifyDer(der)
  if (form === undefined) throw refuseKey('unsupported', kind)
  const { holds, type } = form
  // Only elliptic curves are encoded so.
  if (type === 'sec1') throw refuseKey(kind === 'private' ? 'not_rsa' : 'wrong_kind', kind)
  // node:crypto takes certificates as PEM only.
  if (type === 'certificate') return { holds, source: { format: 'pem', key: toPem('CERTIFICATE', der) } }
  return { holds, source: { format: 'der', key: der, type } }
}

function readJwk(key: JsonWebKey, kind: KeyKind): ReadKey {
  if (key.kty !== 'RSA') throw refuseKey('not_rsa', kind)
  return { holds: key.d === undefined ? 'public' : 'private', source: { format: 'jwk', key } }
}
