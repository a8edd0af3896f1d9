import { KeyError, type KeyErrorCode, type KeyKind } from './key-error.js'

const FORMS = {
  private: 'PKCS#8 or PKCS#1, as PEM text, as its base64 alone or as DER bytes; a JWK or a KeyObject',
  public: 'SPKI, PKCS#1 or a certificate, as PEM text, as its base64 alone or as DER bytes; a JWK or a KeyObject'
}

/** What both kinds of key are refused for: passphrases are the private key's own matter. */
type SharedCode = Exclude<KeyErrorCode, 'passphrase_needed' | 'passphrase_wrong'>

/** The texts of `empty`, `not_text` and `incomplete_pem` are those of dana-node, to the letter: people search for them. */
const MESSAGES: { [code in SharedCode]: (kind: KeyKind) => string } = {
  empty: (kind) => `${kind.toUpperCase()} key is required and must be a string`,
  not_text: (kind) => MESSAGES.empty(kind),
  incomplete_pem: () => 'Invalid key format: incomplete PEM markers or unrecognised structure.',
  unsupported: (kind) => `The ${kind} key is in no known form. Give ${FORMS[kind]}.`,
  not_rsa: (kind) => `The ${kind} key is not an RSA key: SNAP signatures are RSA.`,
  wrong_kind: (kind) => `The other key of a pair was given where the ${kind} one belongs. Give ${FORMS[kind]}.`
}

/** The error for a key, in words that show nothing of it. */
export function refuseKey(code: SharedCode, kind: KeyKind): KeyError {
  return new KeyError(code, MESSAGES[code](kind))
}
