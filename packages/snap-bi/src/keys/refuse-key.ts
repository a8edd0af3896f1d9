import { KeyError, type KeyErrorCode, type KeyKind } from './key-error.js'

const FORMS = {
  private: 'PKCS#8 or PKCS#1, as PEM text, as its base64 alone or as DER bytes; a JWK or a KeyObject',
  public: 'SPKI, PKCS#1 or a certificate, as PEM text, as its base64 alone or as DER bytes; a JWK or a KeyObject'
}

/** The texts of `empty`, `not_text` and `incomplete_pem` are those of dana-node, to the letter: people search for them. */
const MESSAGES: { [code in KeyErrorCode]: (kind: KeyKind) => string } = {
  empty: (kind) => `${kind.toUpperCase()} key is required and must be a string`,
  not_text: (kind) => `${kind.toUpperCase()} key is required and must be a string`,
  incomplete_pem: () => 'Invalid key format: incomplete PEM markers or unrecognised structure.',
  unsupported: (kind) => `The ${kind} key is in no known form. Give ${FORMS[kind]}.`,
  passphrase_needed: (kind) => `The ${kind} key is encrypted: give its passphrase.`,
  passphrase_wrong: (kind) => `The ${kind} key is encrypted, and the passphrase given does not open it.`,
  not_rsa: (kind) => `The ${kind} key is not an RSA key; SNAP signatures are made and verified with RSA.`,
  wrong_kind: (kind) => `Not a ${kind} key: the other key of a pair was given where the ${kind} one belongs. Give ${FORMS[kind]}.`
}

/** The error for a key, in words that show nothing of it. */
export function refuseKey(code: KeyErrorCode, kind: KeyKind, message = MESSAGES[code](kind)): KeyError {
  return new KeyError(code, message)
}
