import { createHash } from 'node:crypto'
import { createSigner, createVerifier, parsePrivateKey, type Signer, type Verifier } from '@arus/snap-bi'
import { readPublicKey } from './read-public-key.js'

/** Of each kind. Merchants have a handful of keys; the limit is for who makes up a new one at each call. */
const MAX_ENTRIES = 32

/**
 * Parsing a key costs more than signing with it, and the functions that dana-node has take the text at each call. Kept in
 * the order of last use; private keys under a hash, so that no heap dump or log of this map shows one. Public ones are no
 * secret, and a hash would be a good part of what a notification costs beside its signature.
 */
const signers = new Map<string, Signer>()
const verifiers = new Map<string, Verifier>()

/**
 * The signer of a private key's text, parsed once.
 *
 * @throws {KeyError} when the text is no RSA private key; nothing is kept then
 */
export function signerOf(keyText: string): Signer {
  const parse = () => createSigner(parsePrivateKey(keyText))
  return isText(keyText) ? cached(signers, createHash('sha256').update(keyText).digest('base64'), parse) : parse()
}

/**
 * The verifier of a public key's text, parsed once.
 *
 * @throws {KeyError} when the text is no RSA public key; nothing is kept then
 * @throws {InvalidOptionError} when it is the local sandbox's, in production
 */
export function verifierOf(keyText: string): Verifier {
  const parse = () => createVerifier(readPublicKey(keyText))
  return isText(keyText) ? cached(verifiers, keyText, parse) : parse()
}

/** Typed as a text; a JavaScript caller may give a JWK, and as texts all of these are the same. */
function isText(key: unknown): boolean {
  return typeof key === 'string'
}

function cached<Parsed>(parsedKeys: Map<string, Parsed>, name: string, parse: () => Parsed): Parsed {
  const parsed = parsedKeys.get(name) ?? parse()
  parsedKeys.delete(name)
  parsedKeys.set(name, parsed)
  if (parsedKeys.size > MAX_ENTRIES) parsedKeys.delete(parsedKeys.keys().next().value!)
  return parsed
}
