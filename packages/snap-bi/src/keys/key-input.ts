import type { JsonWebKey, KeyObject } from 'node:crypto'

/**
 * A key as people have it:
 *
 * - text: PEM, the base64 of a PEM without its marker lines, on one line or many; `\n` may be written out as backslash and n,
 *   and the whole may be in quotes, as it comes from an environment variable;
 * - bytes: DER, or the bytes of such a text, as `readFileSync` gives them;
 * - a JSON Web Key, or a `KeyObject` of `node:crypto`.
 */
export type KeyInput = string | Uint8Array | KeyObject | JsonWebKey
