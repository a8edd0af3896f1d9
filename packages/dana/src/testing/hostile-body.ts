import fc from 'fast-check'
import { MARK, type SignedMessage } from './signed-messages.js'

/** Makes a body from the message that it pretends to be, and from another one. */
export type MakeBody = (message: SignedMessage, other: SignedMessage) => unknown

const STRING_OR_TOKEN = /("(?:[^"\\]|\\.)*")|([{}[\],:])/gs
const STRING_OR_SPACE = /("(?:[^"\\]|\\.)*")|[ \t\r\n]+/gs

const NASTY = [
  ' ',
  '\n',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\0',
  '\u2028',
  '\u00a0',
  '\u0085',
  '\v',
  '"',
  '\\',
  '{',
  '}',
  '[',
  ',',
  ':',
  '/**/',
  '1e999'
]
const SPACES = [' ', '\n', '\r\n', '\t \t', '']
const ODD_SPACES = ['\u00a0', '\ufeff', '\v', '\f', '\u2003', '\\n']

/** Takes the whitespace between tokens out of JSON text: another way than the product's, so that each checks the other. */
export function withoutSpaces(text: string): string {
  return text.replace(STRING_OR_SPACE, (_, string: string | undefined) => string ?? '')
}

const at = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const nasty = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }))
const size = fc.integer({ min: 1, max: 2000 })

function splice(text: string, place: number, removed: number, added: string): string {
  const index = Math.floor(place * text.length)
  return text.slice(0, index) + added + text.slice(index + removed)
}

function respaced(text: string, space: string): string {
  return text.replace(STRING_OR_TOKEN, (_, string: string | undefined, token: string) => string ?? space + token + space)
}

/** Writes what is at a place in another way that JSON has for it, where it has one. */
function respelled(text: string, place: number): string {
  const index = Math.floor(place * text.length)
  const escaped = `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`
  return /[a-z]/.test(text[index] ?? '') ? text.slice(0, index) + escaped + text.slice(index + 1) : text.replace('.00', '.000')
}

type Weighted<Result> = { weight: number; arbitrary: fc.Arbitrary<Result> }

function always<Result>(weight: number, result: Result): Weighted<Result> {
  return { weight, arbitrary: fc.constant(result) }
}

type MakeText = (message: SignedMessage, other: SignedMessage) => string

/** One of the signed bodies, changed by what was drawn. */
function changed<Drawn>(
  weight: number,
  drawn: fc.Arbitrary<Drawn>,
  change: (body: string, drawn: Drawn) => string
): Weighted<MakeText> {
  return { weight, arbitrary: drawn.map((value) => (message) => change(message.body, value)) }
}

const hostileText = fc.oneof(
  always<MakeText>(60, (message) => message.body),
  always<MakeText>(4, (_, other) => other.body),
  always<MakeText>(1, (message, other) => message.body + other.body),
  changed(6, fc.constantFrom(...SPACES), respaced),
  changed(2, fc.constantFrom(...ODD_SPACES), respaced),
  changed(2, fc.constantFrom(...SPACES, ...ODD_SPACES), (body, space) => space + body + space),
  changed(2, fc.constant(''), withoutSpaces),
  changed(2, fc.constantFrom(...SPACES, ...ODD_SPACES), (body, space) => body.replace(MARK, `${space}${MARK}`)),
  changed(4, fc.tuple(at, nasty), (body, [place, text]) => splice(body, place, 0, text)),
  changed(4, fc.tuple(at, nasty), (body, [place, text]) => splice(body, place, text.length, text)),
  changed(2, fc.tuple(at, size), (body, [place, removed]) => splice(body, place, removed, '')),
  changed(2, at, respelled),
  changed(2, fc.constant('"merchantId":"rahasia-first"'), (body, field) => body.replace('{', `{${field},`)),
  changed(2, fc.constant('"merchantId":"rahasia-last"'), (body, field) => body.replace(/}\s*$/, `,${field}}`)),
  changed(2, fc.constant('"__proto__":{"merchantId":"rahasia"}'), (body, field) => body.replace('{', `{${field},`)),
  changed(1, fc.constant(''), (body) => JSON.stringify(body)),
  changed(1, size, (body, depth) => '['.repeat(depth) + body + ']'.repeat(depth)),
  changed(1, size, (body, depth) => body.replace('{', `{"deep":${'{"a":'.repeat(depth)},`)),
  changed(1, size, (body, digits) => body.replace('{', `{"number":${'9'.repeat(digits)}e${digits},`)),
  changed(1, fc.json(), (_, text) => text),
  changed(1, fc.string({ unit: 'binary' }), (_, text) => text)
)

type Encode = (text: string) => unknown

function encoded<Drawn>(
  weight: number,
  drawn: fc.Arbitrary<Drawn>,
  encode: (text: string, drawn: Drawn) => unknown
): Weighted<Encode> {
  return { weight, arbitrary: drawn.map((value) => (text) => encode(text, value)) }
}

/** From text to what is handed on as the body. */
const encode = fc.oneof(
  always<Encode>(40, (text) => text),
  always<Encode>(20, (text) => Buffer.from(text)),
  always<Encode>(2, (text) => new TextEncoder().encode(text)),
  always<Encode>(1, (text) => new Uint8Array(Buffer.from(`xx${text}yy`)).subarray(2, -2)),
  encoded(1, fc.constantFrom('latin1', 'utf16le', 'hex'), (text, name) => Buffer.from(text, name)),
  encoded(1, fc.constantFrom('efbbbf', 'fffe', 'c080', 'eda080', 'ff'), (text, hex) => bytes(hex, text, '')),
  encoded(1, fc.constantFrom('00', 'c3', 'e282', 'f0', '80'), (text, hex) => bytes('', text, hex)),
  encoded(1, fc.tuple(at, fc.nat(7)), (text, [place, bit]) => flipped(Buffer.from(text), place, bit)),
  encoded(1, fc.nat(8), noTextOrBytes)
)

function noTextOrBytes(text: string, kind: number): unknown {
  const { buffer } = new TextEncoder().encode(text)
  return [{ text }, undefined, null, 5, new String(text), [text], new DataView(buffer), buffer, { toString: () => text }][kind]
}

/** A body: often what was signed, in some encoding, else that with something done to it. */
export const hostileBody: fc.Arbitrary<MakeBody> = fc.tuple(hostileText, encode).map(
  ([text, encoded]) =>
    (message, other) =>
      encoded(text(message, other))
)

function bytes(before: string, text: string, after: string): Uint8Array {
  return Buffer.concat([Buffer.from(before, 'hex'), Buffer.from(text), Buffer.from(after, 'hex')])
}

function flipped(body: Buffer, place: number, bit: number): Buffer {
  if (body.length > 0) body[Math.floor(place * body.length)]! ^= 1 << bit
  return body
}
