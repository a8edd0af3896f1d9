import fc from 'fast-check'
import { hostileBody } from './hostile-body.js'
import { SIGNED_MESSAGES, type SignedMessage } from './signed-messages.js'

/** A request as something hands it on; nothing of it needs to be what its type says. */
export type HostileRequest = {
  method: unknown
  path: unknown
  headers: unknown
  body: unknown
}

type Make = (message: SignedMessage, other: SignedMessage) => unknown

const NO_TEXTS: unknown[] = [undefined, null, 5, 5n, true, {}, [], Symbol('rahasia'), () => 'rahasia', Object.create(null)]
const CONTROLS = ['\r\nX-SIGNATURE: rahasia', '\0', ' ', '\t', '\ufeff', '\u00a0', ':', ',', '\ud800']

const anyText: fc.Arbitrary<Make> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => () => text),
  fc.constantFrom(...NO_TEXTS).map((value) => () => value),
  fc.integer({ min: 1, max: 100_000 }).map((length) => () => 'rahasia'.repeat(Math.ceil(length / 7)))
)

function mostly(usual: Make, ...changes: Make[]): fc.Arbitrary<Make> {
  return fc.oneof(
    { weight: 60, arbitrary: fc.constant(usual) },
    { weight: 4, arbitrary: fc.constantFrom(...changes) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...CONTROLS).map(
        (text): Make =>
          (...messages) =>
            `${usual(...messages)}${text}`
      )
    },
    { weight: 1, arbitrary: anyText }
  )
}

const method = mostly(
  ({ method }) => method,
  ({ method }) => method.toLowerCase(),
  (_, other) => other.method,
  ({ method }) => ` ${method}`,
  ({ method }) => method.replace('S', '\u017f')
)

const path = mostly(
  ({ path }) => path,
  ({ path }) => path.replace(/^\//, ''),
  ({ path }) => `${path}?shop=2`,
  ({ path }) => path.split('?')[0],
  ({ path }) => `${path}/`,
  ({ path }) => `/${path}`,
  ({ path }) => path.toUpperCase(),
  ({ path }) => encodeURI(path),
  ({ path }) => `https://merchant.example${path}`,
  ({ path }) => [path],
  (_, other) => other.path
)

/** What of a path comes before a colon could as well be the end of the method. */
const beforeColon: Make = ({ method, path }) => `${method}:${path.slice(0, path.indexOf(':'))}`
const afterColon: Make = ({ path }) => path.slice(path.indexOf(':') + 1)

const methodAndPath = fc.oneof(
  { weight: 30, arbitrary: fc.tuple(method, path) },
  { weight: 1, arbitrary: fc.constant([beforeColon, afterColon] as const) }
)

const signature = mostly(
  ({ signature }) => signature,
  (_, other) => other.signature,
  ({ signature }) => signature.slice(0, -1),
  ({ signature }) => signature.replaceAll('=', ''),
  ({ signature }) => signature.replaceAll('+', '-').replaceAll('/', '_'),
  // The last digit before the padding has bits that no byte has.
  ({ signature }) => signature.replace(/.==$/, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}==`),
  ({ signature }) => signature + signature,
  ({ signature }) => signature.toLowerCase(),
  ({ signature }) => `${signature.slice(0, 76)}\r\n${signature.slice(76)}`,
  ({ signature }) => [signature],
  () => ''
)

const timestamp = mostly(
  ({ timestamp }) => timestamp,
  (_, other) => other.timestamp,
  ({ timestamp }) => ` ${timestamp}`,
  ({ timestamp }) => timestamp.replace('T', ' '),
  ({ timestamp }) => timestamp.replace('+07:00', '.000+07:00'),
  ({ timestamp }) => timestamp.replace('10:04:05+07:00', '03:04:05Z'),
  ({ timestamp }) => `${timestamp.slice(0, 19)}.${'0'.repeat(50_000)}Z`,
  ({ timestamp }) => [timestamp],
  () => ''
)

type Pair = readonly [signature: unknown, timestamp: unknown]

/** The ways in which frameworks, and those who attack them, hand on the two headers. */
const shapes: ((pair: Pair, other: Pair) => unknown)[] = [
  ([sign, time]) => ({ host: 'x', 'X-SIGNATURE': sign, 'X-TIMESTAMP': time }),
  ([sign, time]) => ({ 'x-signature': sign, 'x-timestamp': time, get: 'x', length: 'x' }),
  ([sign, time]) => ({ 'x-SIGNATURE': sign, 'X-Timestamp': time }),
  ([sign, time]) => new Map(Object.entries({ 'X-SIGNATURE': sign, 'X-TIMESTAMP': time })),
  ([sign, time]) => ({ get: (name: string) => (name.toLowerCase() === 'x-signature' ? sign : time) }),
  ([sign, time]) => fetchHeaders(sign, time),
  ([sign, time]) => ({ 'x-signature': [sign], 'x-timestamp': [time, time] }),
  ([sign, time]) => Object.assign(Object.create(null), { 'x-signature': sign, 'x-timestamp': time }),
  ([sign, time], [otherSign]) => ({ 'X-SIGNATURE': sign, 'x-signature': otherSign, 'x-timestamp': time }),
  ([sign, time], [, otherTime]) => ({ 'X-SIGNATURE': sign, 'X-TIMESTAMP': otherTime, 'x-timestamp': time }),
  ([sign, time], [otherSign, otherTime]) => ({ 'x-signature': [sign, otherSign], 'x-timestamp': [otherTime, time] }),
  ([sign, time]) => ({ 'x-signature': typeof sign === 'string' ? `${sign}, ${sign}` : sign, 'x-timestamp': time }),
  ([sign, time]) => ({ 'X-SIGNATURE': '', 'x-signature': sign, 'X-TIMESTAMP': time, 'x-timestamp': undefined }),
  ([sign]) => ({ 'x-signature': sign }),
  ([, time]) => ({ 'x-timestamp': time }),
  ([sign, time]) => Object.create({ 'x-signature': sign, 'x-timestamp': time }),
  ([sign, time]) => Object.fromEntries([['__proto__', { 'x-signature': sign, 'x-timestamp': time }]]),
  ([sign, time]) => [
    ['x-signature', sign],
    ['x-timestamp', time]
  ],
  () => ({}),
  () => undefined,
  () => null,
  () => 'x-signature'
]

/** As Fetch has them, where they can be written so. */
function fetchHeaders(sign: unknown, time: unknown): unknown {
  const record = { 'X-Signature': sign, 'x-timestamp': time } as Record<string, string>
  try {
    return new Headers(record)
  } catch {
    return record
  }
}

const shape = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...shapes.slice(0, 8)) },
  { weight: 3, arbitrary: fc.constantFrom(...shapes.slice(8)) }
)

const message = fc.constantFrom(...SIGNED_MESSAGES)

/** A request that pretends to be one of the signed messages; about one in ten is. */
export const hostileRequest: fc.Arbitrary<HostileRequest> = fc
  .tuple(message, message, methodAndPath, signature, timestamp, shape, hostileBody)
  .map(([message, other, [makeMethod, makePath], makeSignature, makeTimestamp, shaped, makeBody]) => {
    const pair = [makeSignature(message, other), makeTimestamp(message, other)] as const
    return {
      method: makeMethod(message, other),
      path: makePath(message, other),
      headers: shaped(pair, [other.signature, other.timestamp]),
      body: makeBody(message, other)
    }
  })
