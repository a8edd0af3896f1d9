/**
 * Why a key can't be used.
 *
 * - `empty`: there is none, or only whitespace.
 * - `not_text`: it is a number, a list or whatever else a key can't be.
 * - `incomplete_pem`: one of the PEM markers is missing, or the two differ.
 * - `unsupported`: it is no base64, or its bytes are no key in a form that is known here.
 * - `passphrase_needed`: it is encrypted, and no passphrase was given.
 * - `passphrase_wrong`: the passphrase does not open it.
 * - `not_rsa`: it is a key of another algorithm. SNAP signatures are RSA.
 * - `wrong_kind`: it is a public key where the private one belongs, or the other way round.
 */
export type KeyErrorCode =
  | 'empty'
  | 'not_text'
  | 'incomplete_pem'
  | 'unsupported'
  | 'passphrase_needed'
  | 'passphrase_wrong'
  | 'not_rsa'
  | 'wrong_kind'

/** Which key of a pair is wanted. */
export type KeyKind = 'private' | 'public'

const BRAND: unique symbol = Symbol.for('@arus/snap-bi/key-error')

/**
 * A key that can't be used. `code` says why, the message says what to do about it; neither shows anything of the key.
 * `instanceof` also works across the ESM and the CJS copy of this package, and across copies bundled into others.
 *
 * @example
 * try {
 *   parsePrivateKey(textOfKey)
 * } catch (error) {
 *   if (error instanceof KeyError && error.code === 'passphrase_needed') console.error('Set the passphrase of the key')
 *   else throw error
 * }
 */
export class KeyError extends Error {
  override readonly name = 'KeyError'
  readonly [BRAND] = true
  readonly code: KeyErrorCode

  constructor(code: KeyErrorCode, message: string) {
    super(message)
    this.code = code
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && BRAND in value
  }
}
