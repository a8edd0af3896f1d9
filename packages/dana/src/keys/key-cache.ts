import { createHash } from 'node:crypto'
import { createSigner, createVerifier, parsePrivateKey, parsePublicKey, type Signer, type Verifier } from '@arus/snap-bi'

/** Merchants have a handful of keys; the limit is for who makes up a new one at each call. */
const MAX_ENTRIES = 32

/**
 * Parsing a key costs more than signing with it, and the functions that dana-node has take the text at each call. Kept
 * under a hash, so that no heap dump or log of this map shows a key's text, and in the order of last use.
 */
const parsedKeys = new Map<string, Signer | Verifier>()

/**
 * The signer of a private key's text, parsed once.
 *
 * @throws {KeyError} when the text is no RSA private key; nothing is kept then
 */
export function signerOf(keyText: string): Signer {
  return cached(`private:${keyText}`, () => createSigner(parsePrivateKey(keyText)))
}

/**
 * The verifier of a public key's text, parsed once.
 *
 * @throws {KeyError} when the text is no RSA public key; nothing is kept then
 */
export function verifierOf(keyText: string): Verifier {
  return cached(`public:${keyText}`, () => createVerifier(parsePublicKey(keyText)))
}

/** What a text is parsed to is told by its prefix. */
function cached<Parsed extends Signer | Verifier>(text: string, parse: () => Parsed): Parsed {
  const name = createHash('sha256').update(text).digest('base64')
  const parsed = (parsedKeys.get(name) as Parsed | undefined) ?? parse()
  parsedKeys.delete(name)
  parsedKeys.set(name, parsed)
  if (parsedKeys.size > MAX_ENTRIES) parsedKeys.delete(parsedKeys.keys().next().value!)
  return parsed
}
