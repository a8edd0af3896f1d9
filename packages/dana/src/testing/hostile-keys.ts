import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { createVerifier, parsePublicKey } from '@arus/snap-bi'
import fc from 'fast-check'
import { privatePem, publicPem } from './recorded-keys.js'
import type { SignedMessage } from './signed-messages.js'

/** What is given as the public key, and whose signatures it may let through. */
export type HostileKey = { key: unknown; owners: SignedMessage['owner'][] }

/** All forms in which the public key of an owner can be given. */
export function formsOf(owner: SignedMessage['owner']): unknown[] {
  const pem = publicPem(owner)
  const keyObject = createPublicKey(pem)
  const base64 = keyObject.export({ type: 'spki', format: 'der' }).toString('base64')
  return [
    pem,
    base64,
    pem.replaceAll('\n', '\\n'),
    pem.replaceAll('\n', '\r\n'),
    pem.replaceAll('\n', ' '),
    JSON.stringify(pem),
    `  ${base64.match(/.{1,64}/g)!.join('\n')}\n`,
    keyObject.export({ type: 'pkcs1', format: 'pem' }).toString(),
    keyObject.export({ type: 'spki', format: 'der' }),
    Buffer.from(pem),
    keyObject.export({ format: 'jwk' }),
    keyObject,
    createVerifier(parsePublicKey(pem))
  ]
}

const gatewayForms = formsOf('gateway')
const otherForms = formsOf('other')
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey
const jwk = createPublicKey(publicPem('gateway')).export({ format: 'jwk' })

const BROKEN: unknown[] = [
  undefined,
  null,
  '',
  ' \n',
  'rahasia',
  5,
  5n,
  Symbol('rahasia'),
  {},
  [],
  () => 'rahasia',
  Object.create(null),
  new Uint8Array(0),
  new Uint8Array([0x30, 0x84, 0xff, 0xff, 0xff, 0xff]),
  privatePem('gateway'),
  elliptic,
  elliptic.export({ type: 'spki', format: 'pem' }),
  { kty: 'RSA' },
  { ...jwk, e: 5 },
  { ...jwk, n: 'rahasia!' },
  { kty: 'oct', k: 'rahasia' },
  '-----BEGIN PUBLIC KEY-----',
  '-----BEGIN '.repeat(5000),
  '\\n'.repeat(30_000),
  `"${' '.repeat(60_000)}`,
  'A'.repeat(70_000),
  '-----BEGIN PUBLIC KEY-----rahasia-----END PUBLIC KEY-----',
  '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----'
]

/** The owner's key with one place changed, or a part of it. What it may verify is unknown, and none of what was signed. */
const changed = fc
  .tuple(
    fc.constantFrom(0, 1, 2, 4, 5, 7),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.string({ unit: 'binary', maxLength: 3 })
  )
  .map(([form, at, text]): unknown => {
    const key = gatewayForms[form] as string
    const place = Math.floor(at * key.length)
    return text === '' ? key.slice(0, place) : key.slice(0, place) + text + key.slice(place + text.length)
  })

/** A public key: mostly DANA's in some form, else another's, several, or none that can be one. */
export const hostileKey: fc.Arbitrary<HostileKey> = fc.oneof(
  { weight: 30, arbitrary: fc.constant<HostileKey>({ key: gatewayForms[0], owners: ['gateway'] }) },
  { weight: 10, arbitrary: fc.constantFrom(...gatewayForms).map((key): HostileKey => ({ key, owners: ['gateway'] })) },
  { weight: 4, arbitrary: fc.constantFrom(...otherForms).map((key): HostileKey => ({ key, owners: ['other'] })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...otherForms), fc.constantFrom(...gatewayForms))
      .map((key): HostileKey => ({ key, owners: ['gateway', 'other'] }))
  },
  { weight: 2, arbitrary: fc.constantFrom(...BROKEN).map((key): HostileKey => ({ key, owners: [] })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...gatewayForms), fc.constantFrom(...BROKEN))
      .map((key): HostileKey => ({ key, owners: ['gateway'] }))
  },
  // What is changed may be where nothing of the key is, such as its line ends.
  { weight: 3, arbitrary: changed.map((key): HostileKey => ({ key, owners: ['gateway'] })) }
)
