import fc from 'fast-check'
import { RECORDED } from '../world/fixed-world.js'
import { resolveSchema, type Schema } from './read-specification.js'

/** How values are made. */
export type Wish = {
  /** Within the limits, as a request has to be; else values may also break them. */
  valid: boolean
  /** Keys as in TypeScript, or as on the wire. */
  keys: 'typescript' | 'wire'
  /** Optional objects and texts may be null. */
  nulls: boolean
}

/** dana-node puts a null of these into a header: that is a difference, with a proof of its own. */
const SENT_AS_HEADERS = ['endUserIpAddress', 'deviceId', 'latitude', 'longitude']

/** Any value of a schema. Objects have their keys in any order, and sometimes one that no model knows. */
export function anyValue(schema: Schema, wish: Wish): fc.Arbitrary<unknown> {
  const { oneOf, type, items, properties, ...rest } = resolveSchema(schema)
  if (oneOf !== undefined) return fc.oneof(...oneOf.map((variant) => anyValue(variant, wish)))
  if (type === 'array') return fc.array(anyValue(items!, wish), { minLength: rest.minItems ?? 0, maxLength: 3 })
  if (type === 'boolean') return fc.boolean()
  if (type === 'object') return properties === undefined ? anyMap() : anyObject({ properties, ...rest }, wish)
  return anyText(rest, wish)
}

function anyMap(): fc.Arbitrary<unknown> {
  return fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 })
}

function anyObject({ properties, required = [] }: Schema, wish: Wish): fc.Arbitrary<unknown> {
  const entries = Object.entries(properties!).map(([wireName, schema]) => {
    const name = wish.keys === 'wire' ? wireName : (schema['x-property-name'] ?? wireName)
    return anyProperty(name, schema, required.includes(wireName), wish)
  })
  const unknown = fc.option(fc.tuple(fc.constant('unknownField'), fc.jsonValue({ maxDepth: 1 })), { freq: 5, nil: undefined })
  return fc
    .tuple(...entries, unknown)
    .map((all) => all.filter((entry) => entry !== undefined))
    .chain((given) => fc.shuffledSubarray(given, { minLength: given.length }))
    .map((given) => Object.fromEntries(given))
}

type Entry = [name: string, value: unknown]

function anyProperty(name: string, schema: Schema, isMandatory: boolean, wish: Wish): fc.Arbitrary<Entry | undefined> {
  const value = name === 'longitude' && wish.valid ? anyShortLongitude() : anyValue(schema, wish)
  const given: fc.Arbitrary<Entry | undefined> = fc.tuple(fc.constant(name), value)
  if (isMandatory) return given
  const isList = resolveSchema(schema).type === 'array'
  const absent = fc.constantFrom<(Entry | undefined)[]>(undefined, [name, undefined])
  const mayBeNull = wish.nulls && !SENT_AS_HEADERS.includes(name) && !isList
  return fc.oneof({ weight: 3, arbitrary: given }, absent, ...(mayBeNull ? [fc.constant<Entry>([name, null])] : []))
}

function anyText(schema: Schema, { valid }: Wish): fc.Arbitrary<string> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const { maxLength = 60 } = schema
  // 1.5.11 has another rule for how far ahead that may be: both take half an hour.
  const timestamp = anyTimestamp(schema['x-date-rule'] === undefined ? {} : { maxMinutesAhead: 30 })
  const forbidden = [...(schema['x-forbidden-characters'] ?? '')]
  const shortText = anyShortText().filter((text) => !forbidden.some((one) => text.includes(one)))
  if (!valid) return fc.oneof(shortText, timestamp, anyCoordinate(), fc.constant('x'.repeat(maxLength + 1)))
  if (schema['x-date-rule'] !== undefined || schema.pattern?.includes('T')) return timestamp
  if (schema.pattern !== undefined) return anyCoordinate()
  return shortText.filter((text) => text.length <= maxLength)
}

/** Letters of every alphabet, emoji, quotes, control characters, halves of pairs. */
function anyShortText(): fc.Arbitrary<string> {
  const units = [fc.string({ maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 8 })]
  return fc.oneof(...units, fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('Kopi “Tubruk” é 😀', '\ud800', '"\\\n'))
}

function anyTimestamp({ maxMinutesAhead = 600_000 } = {}): fc.Arbitrary<string> {
  const now = Date.parse(RECORDED.now)
  return fc.integer({ min: -600_000, max: maxMinutesAhead }).map((minutes) => {
    return new Date(now + (minutes + 7 * 60) * 60_000).toISOString().replace(/\.\d+Z$/, '+07:00')
  })
}

function anyCoordinate(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('', '-', '+'), fc.integer({ min: 0, max: 99 }), fc.constantFrom('', '.5', '.2088'))
    .map((parts) => parts.join(''))
}

/** dana-node takes two digits only: that is a difference, with a proof of its own. */
function anyShortLongitude(): fc.Arbitrary<string> {
  return anyCoordinate()
}
