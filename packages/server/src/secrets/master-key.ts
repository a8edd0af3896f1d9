/**
 * What seals the secrets of a database: 32 bytes. While one key takes the place of another it is both, the one that
 * seals first; secrets that the second one sealed are still opened and found.
 */
export type MasterKey = Buffer | readonly [sealing: Buffer, second: Buffer]

/** All keys that open, the one that seals first. */
export function masterKeysOf(masterKey: MasterKey): readonly [Buffer, ...Buffer[]] {
  return Buffer.isBuffer(masterKey) ? [masterKey] : masterKey
}
