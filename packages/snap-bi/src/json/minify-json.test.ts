import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minifyJson } from './minify-json.js'

/** What JSON.parse makes of a text, or `undefined` when it throws. */
function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

const NUMBERS = ['0', '-0', '1.0', '1e3', '1E+2', '-1.50e-07', '123456789012345678901234567890', '0.1', '1e999']
const STRINGS = [
  '""',
  '"\\u00e9"',
  '"\\/"',
  '"\\\\"',
  '"\\\\\\""',
  '" a b "',
  '"\u2028"',
  '"{ }"',
  '"é😀"',
  '"\\ud800"',
  '"\ud800"'
]
/** Any of what JavaScript text is made of, halves of surrogate pairs too. */
const codeUnits = fc.nat(0xffff).map((code) => String.fromCharCode(code))
const spaces = fc.stringMatching(/^[ \t\n\r]{0,3}$/)
const strings = fc.oneof(
  fc.constantFrom(...STRINGS),
  fc.string({ unit: codeUnits }).map((text) => JSON.stringify(text))
)

/** The tokens of a JSON text, spelt in every way: joined by nothing they are minified, by whitespace they are not. */
const { tokens } = fc.letrec<{ tokens: string[] }>((tie) => ({
  tokens: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...NUMBERS, 'true', 'false', 'null').map((literal) => [literal]),
    strings.map((text) => [text]),
    fc.array(tie('tokens'), { maxLength: 4 }).map((items) => ['[', ...separate(items), ']']),
    fc.array(fc.tuple(strings, tie('tokens')), { maxLength: 4 }).map((members) => {
      return ['{', ...separate(members.map(([name, value]) => [name, ':', ...value])), '}']
    })
  )
}))

function separate(lists: string[][]): string[] {
  return lists.flatMap((list, index) => (index === 0 ? list : [',', ...list]))
}

/** A JSON text with whitespace anywhere it may stand, and the same without. */
const spaced = fc.tuple(tokens, fc.array(spaces, { minLength: 1, maxLength: 20 })).map(([list, gaps]) => ({
  text: list.map((token, index) => gaps[index % gaps.length] + token).join('') + gaps.at(-1),
  minified: list.join('')
}))

describe('minified JSON', () => {
  it('is the tokens of the text, to the letter', () => {
    fc.assert(
      fc.property(spaced, ({ text, minified }) => {
        expect(minifyJson(text)).toBe(minified)
        expect(minifyJson(minified)).toBe(minified)
      }),
      { numRuns: 2_000 }
    )
  })

  it('means what the text means, and is what JSON.stringify writes where that changes nothing else', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 1, 2, '\t', ' \r\n'), (json, indent) => {
        const value: unknown = JSON.parse(json)
        expect(minifyJson(JSON.stringify(value, undefined, indent).replaceAll('\n', '\r\n'))).toBe(JSON.stringify(value))
      })
    )
  })

  it('keeps order, duplicate keys, spellings of numbers and escapes', () => {
    expect(minifyJson('{ "b": 1.0, "a": 1e3, "b": 123456789012345678901, "c": "\\u00e9 \\/" }')).toBe(
      '{"b":1.0,"a":1e3,"b":123456789012345678901,"c":"\\u00e9 \\/"}'
    )
    expect(minifyJson(' {\r\n\t"__proto__" : [ ] } ')).toBe('{"__proto__":[]}')
  })

  it('is made of exactly what JSON.parse takes: random changes of JSON', () => {
    const character = fc.constantFrom(
      ...'{}[]",:\\ \t\n\r0123456789.eE+-tfnu/',
      '\u0000',
      '\u000b',
      '\u00a0',
      '\u2028',
      '\ufeff',
      '\ud800',
      'é'
    )
    const change = fc.record({ at: fc.nat(1_000), removed: fc.nat(2), added: fc.string({ unit: character, maxLength: 2 }) })
    fc.assert(
      fc.property(spaced, fc.array(change, { minLength: 1, maxLength: 3 }), ({ text }, changes) => {
        let changed = text
        for (const { at, removed, added } of changes) {
          const start = at % (changed.length + 1)
          changed = changed.slice(0, start) + added + changed.slice(start + removed)
        }
        const minified = minifyJson(changed)
        expect(minified === undefined ? undefined : parsed(minified)).toEqual(parsed(changed))
        if (minified !== undefined) expect(minifyJson(minified)).toBe(minified)
      }),
      { numRuns: 5_000 }
    )
  })

  it('is made of exactly what JSON.parse takes: random text', () => {
    const text = fc.oneof(fc.string({ unit: codeUnits }), fc.string({ unit: fc.constantFrom(...'[]{},:"\\ 01a-.e') }))
    fc.assert(
      fc.property(text, (text) => {
        const minified = minifyJson(text)
        expect(minified === undefined ? undefined : parsed(minified)).toEqual(parsed(text))
      }),
      { numRuns: 5_000 }
    )
  })

  it('is made of none of these', () => {
    for (const text of [
      '',
      ' ',
      '{',
      '{"a":1,}',
      "{'a':1}",
      '01',
      '1.',
      '.5',
      '+1',
      'NaN',
      '"\n"',
      '\u00a01',
      '\ufeff{}',
      '[1] 2',
      '//'
    ]) {
      expect(minifyJson(text)).toBeUndefined()
    }
  })

  it('is made of megabytes too', () => {
    const backslashes = '\\'.repeat(2_000_000)
    expect(minifyJson(` "${backslashes}" `)).toBe(`"${backslashes}"`)
    expect(minifyJson(`[${' '.repeat(3_000_000)}]`)).toBe('[]')
    expect(minifyJson(`"${' '.repeat(3_000_000)}" `)).toBe(`"${' '.repeat(3_000_000)}"`)
    expect(minifyJson(`[${'1 ,'.repeat(500_000)}1]`)).toBe(`[${'1,'.repeat(500_000)}1]`)
    expect(minifyJson('"'.repeat(3_000_001))).toBeUndefined()
  })
})
