import { createPrivateKey, createPublicKey, type JsonWebKey, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { verifyNotification, WebhookParser } from '@arus/dana/webhook/v1'
import { requestStringToSign } from '@arus/snap-bi'

/** Something of about this many bytes, ready to be handled again and again. Whether it is refused does not matter here. */
export type HostileInput = { name: string; make(bytes: number): () => unknown }

const KEYS = new URL('../../../conformance/src/dana/vectors/keys.json', import.meta.url)
const privateKey = createPrivateKey({
  key: (JSON.parse(readFileSync(KEYS, 'utf8')) as { gateway: JsonWebKey }).gateway,
  format: 'jwk'
})
const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()

const method = 'POST'
const path = '/v1.0/debit/notify'
const timestamp = '2026-01-15T10:04:05+07:00'
const parser = new WebhookParser(publicKey)

const notification = JSON.stringify({
  originalPartnerReferenceNo: 'ref-0001',
  originalReferenceNo: '2026011511121280010016600000001',
  merchantId: '216620000000000000001',
  amount: { value: '10000.00', currency: 'IDR' },
  latestTransactionStatus: '00',
  createdTime: timestamp,
  finishedTime: timestamp
})

function signatureOf(body: string): string {
  return sign('sha256', Buffer.from(requestStringToSign({ method, path, body, timestamp })), privateKey).toString('base64')
}

const SOME_SIGNATURE = signatureOf('something else')

/** Text of about this many bytes, made of numbered pieces. */
function repeat(bytes: number, piece: (index: number) => string): string {
  return Array.from({ length: Math.ceil(bytes / piece(10_000).length) }, (_, index) => piece(index)).join('')
}

/** A body from a stranger, as text. */
function unsigned(name: string, make: (bytes: number) => string | Uint8Array): HostileInput {
  return {
    name: `unsigned body: ${name}`,
    make(bytes) {
      const body = make(bytes)
      return () => parser.parseWebhook(method, path, { 'X-SIGNATURE': SOME_SIGNATURE, 'X-TIMESTAMP': timestamp }, body)
    }
  }
}

/** A notification of DANA's with one more field in front, of which its signature covers what `minify` makes. */
function signed(name: string, make: (bytes: number) => string, minify = (body: string) => body): HostileInput {
  return {
    name: `signed body: ${name}`,
    make(bytes) {
      const body = notification.replace('{', `{${make(bytes)},`)
      const headers = { 'X-SIGNATURE': signatureOf(minify(body)), 'X-TIMESTAMP': timestamp }
      return () => parser.parseWebhook(method, path, headers, body)
    }
  }
}

/** A request whose body is of no matter. */
function request(name: string, make: (bytes: number) => { path?: string; headers?: object }): HostileInput {
  return {
    name,
    make(bytes) {
      const headers = { 'X-SIGNATURE': SOME_SIGNATURE, 'X-TIMESTAMP': timestamp }
      const hostile = { method, path, headers, body: notification, ...make(bytes) } as Parameters<typeof verifyNotification>[0]
      return () => verifyNotification(hostile, { publicKey, toleranceMs: false })
    }
  }
}

export const hostileRequests: readonly HostileInput[] = [
  unsigned('one string', (bytes) => `"${'a'.repeat(bytes)}"`),
  unsigned('spaces', (bytes) => `{${' '.repeat(bytes)}}`),
  unsigned('a space after each token', (bytes) => `[${repeat(bytes, () => '1 , ')}1]`),
  unsigned('lists in lists, open', (bytes) => '[ '.repeat(bytes / 2)),
  unsigned('lists in lists', (bytes) => `${'[ '.repeat(bytes / 4)}${'] '.repeat(bytes / 4)}`),
  unsigned('objects in objects', (bytes) => `${'{ "a":'.repeat(bytes / 7)}1${'}'.repeat(bytes / 7)}`),
  unsigned('different keys', (bytes) => `{ ${repeat(bytes, (index) => `"key${index}":1,`)}"a":1}`),
  unsigned('numbers as keys', (bytes) => `{ ${repeat(bytes, (index) => `"${index * 1024}":1,`)}"a":1}`),
  unsigned('one key again and again', (bytes) => `{ ${repeat(bytes, () => '"merchantId":"",')}"a":1}`),
  unsigned('one number', (bytes) => `[ ${'9'.repeat(bytes)}]`),
  unsigned('escapes', (bytes) => `[ "${'\\u00e9'.repeat(bytes / 6)}"]`),
  unsigned('a string of backslashes that does not end', (bytes) => ` "${'\\'.repeat(bytes)}`),
  unsigned('strings that do not end', (bytes) => '" '.repeat(bytes / 2)),
  unsigned('bytes that are no UTF-8 at the end', (bytes) => Buffer.concat([Buffer.alloc(bytes, '😀'), Buffer.from([0xff])])),
  unsigned('halves of surrogate pairs', (bytes) => '\ud800'.repeat(bytes / 3)),
  signed('spaces', (bytes) => `"a":1${' '.repeat(bytes)}`),
  signed(
    'spaces that are left out',
    (bytes) => `"a":1${' '.repeat(bytes)}`,
    (body) => body.replaceAll(' ', '')
  ),
  signed('lists in lists', (bytes) => `"a":${'['.repeat(bytes / 2)}${']'.repeat(bytes / 2)}`),
  signed('different keys', (bytes) => `${repeat(bytes, (index) => `"key${index}":1,`)}"a":1`),
  signed('wrong elements', (bytes) => `"additionalInfo":{"paymentInfo":{"payOptionInfos":[${repeat(bytes, () => '1,')}1]}}`),
  request('signature', (bytes) => ({ headers: { 'X-SIGNATURE': 'A'.repeat(bytes), 'X-TIMESTAMP': timestamp } })),
  request('timestamp', (bytes) => ({
    headers: { 'X-SIGNATURE': SOME_SIGNATURE, 'X-TIMESTAMP': `2026-01-15T10:04:05.${'0'.repeat(bytes)}x` }
  })),
  request('names of headers', (bytes) => {
    const names = repeat(bytes, (index) => `x-sig${String(index).padStart(6, '0')} `).trim()
    return { headers: Object.fromEntries(names.split(' ').map((name) => [name, ''])) }
  }),
  request('values of one header', (bytes) => ({
    headers: { 'X-SIGNATURE': Array.from({ length: bytes / 344 }, () => SOME_SIGNATURE), 'X-TIMESTAMP': timestamp }
  })),
  request('path', (bytes) => ({ path: `/${'?'.repeat(bytes)}` })),
  request('URL', (bytes) => ({ path: `http://${'a'.repeat(bytes)}` }))
]

function key(name: string, make: (bytes: number) => string): HostileInput {
  return {
    name: `key: ${name}`,
    make(bytes) {
      const text = make(bytes)
      return () => new WebhookParser(text)
    }
  }
}

/** Keys are read up to 64 KiB. */
export const hostileKeys: readonly HostileInput[] = [
  key('base64', (bytes) => 'A'.repeat(bytes)),
  key('spaces', (bytes) => `A${' '.repeat(bytes)}A`),
  key('line ends written out', (bytes) => '\\n'.repeat(bytes / 2)),
  key('backslashes', (bytes) => '\\'.repeat(bytes)),
  key('quotes', (bytes) => `"${"'".repeat(bytes)}`),
  key('markers that begin', (bytes) => '-----BEGIN '.repeat(bytes / 11)),
  key('a marker that does not end', (bytes) => `-----BEGIN ${'A '.repeat(bytes / 2)}`),
  key('markers', (bytes) => '-----BEGIN PUBLIC KEY-----'.repeat(bytes / 26)),
  key('padding', (bytes) => `A${'='.repeat(bytes)}`)
]
