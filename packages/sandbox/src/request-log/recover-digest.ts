import { Buffer } from 'node:buffer'
import { constants, type KeyObject, publicDecrypt } from 'node:crypto'

/** What comes before the hash in a signature, by the name of the hash (RFC 8017, 9.2). */
const PREFIXES: Readonly<Record<string, string>> = {
  'SHA-256': '3031300d060960864801650304020105000420',
  'SHA-1': '3021300906052b0e03021a05000414',
  'SHA-384': '3041300d060960864801650304020205000430',
  'SHA-512': '3051300d060960864801650304020305000440',
  MD5: '3020300c06082a864886f70d020505000410'
}

/**
 * Takes the hash out of an RSA signature (PKCS#1 v1.5), which anybody who has the public key can: so one can tell a wrong key
 * from a wrong text, and guess at the text.
 *
 * @returns undefined when the key didn't make the signature
 */
export function recoverDigest(signature: Uint8Array, key: KeyObject): { hash: string; hex: string } | undefined {
  let hex: string
  try {
    hex = Buffer.from(publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature)).toString('hex')
  } catch {
    return undefined
  }
  const [hash, prefix] = Object.entries(PREFIXES).find((entry) => hex.startsWith(entry[1])) ?? ['an unknown hash', '']
  return { hash, hex: hex.slice(prefix.length) }
}
