import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutMember } from './cut-member.js'

const keys = fc.oneof(fc.constantFrom('request', 'signature', 'a', ''), fc.string())

it('cuts out the text of a member, whatever stands around it', () => {
  const members = fc.array(fc.tuple(keys, fc.json()), { maxLength: 6 })
  const space = fc.constantFrom('', ' ', '\n\t', '\r\n')
  fc.assert(
    fc.property(members, fc.json(), space, space, (others, value, before, after) => {
      const member = ([key, text]: [string, string]) => `${before}${JSON.stringify(key)}${after}:${before}${text}${after}`
      const rest = others.filter(([key]) => key !== 'request').map(member)
      const text = `${before}{${[...rest, member(['request', value]), ...rest].join(',')}}${after}`
      expect(cutMember(text, 'request')).toBe(value)
    })
  )
})

it('gives what JSON.parse has under the key', () => {
  fc.assert(
    fc.property(fc.dictionary(keys, fc.jsonValue()), keys, fc.constantFrom(0, 1, 4), (object, key, indent) => {
      const text = JSON.stringify(object, undefined, indent)
      const cut = cutMember(text, key)
      const expected = Object.hasOwn(object, key) ? JSON.stringify(object[key]) : undefined
      expect(cut === undefined ? undefined : JSON.stringify(JSON.parse(cut))).toBe(expected)
    })
  )
})

it('gives the last of two, as JSON.parse does, and knows an escaped key', () => {
  expect(cutMember('{"request":1,"request":2}', 'request')).toBe('2')
  expect(cutMember('{"req\\u0075est":{"a":"}"}}', 'request')).toBe('{"a":"}"}')
})

it('finds nothing in what is no object, and ends on any text', () => {
  for (const text of ['', '[]', '"request"', 'null', '{}', '{"request', '{"request":', '{,}']) cutMember(text, 'request')
  expect(cutMember('[{"request":1}]', 'request')).toBeUndefined()
  fc.assert(fc.property(fc.string(), (text) => typeof cutMember(`{"request":${text}`, 'request') !== 'number'))
})
