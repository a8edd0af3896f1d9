import type { JsonWebKey } from 'node:crypto'

/** The DER that says "a SHA-256 digest of 32 bytes follows", from RFC 8017, section 9.2. */
const SHA256_DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex')

/** The padding of RFC 8017, section 9.2: it fills what the digest leaves of the modulus' 256 bytes. */
export function padDigest(digest: Uint8Array): Buffer {
  const end = Buffer.concat([Buffer.from([0]), SHA256_DIGEST_INFO, digest])
  return Buffer.concat([Buffer.from([0, 1]), Buffer.alloc(256 - 2 - end.length, 0xff), end])
}

/** An RSA signature worked out with whole numbers, without any library: the padded digest to the power of d, modulo n. */
export function signByArithmetic(digest: Uint8Array, key: JsonWebKey): Buffer {
  return raise(padDigest(digest), key)
}

/** 256 bytes as a number, to the power of d, modulo n. */
export function raise(block: Buffer, { n, d }: JsonWebKey): Buffer {
  const modulus = toNumber(Buffer.from(n!, 'base64url'))
  let power = toNumber(block)
  let result = 1n
  for (let exponent = toNumber(Buffer.from(d!, 'base64url')); exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * power) % modulus
    power = (power * power) % modulus
  }
  return Buffer.from(result.toString(16).padStart(512, '0'), 'hex')
}

function toNumber(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`)
}
