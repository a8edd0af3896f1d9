import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withoutSpaces } from './without-spaces.js'

const units = fc.constantFrom(' ', '\n', '\u000b', '"', '\\', '\\"', 'a', 'é', '\ud800', '😀', '\u00a0', '{', ',')

it('keeps all of a string, and all but spaces outside', () => {
  expect(withoutSpaces(' { "a b\\" c" : \t"\\\\" , " ')).toBe('{"a b\\" c":"\\\\"," ')
  expect(withoutSpaces('" \\')).toBe('" \\')
  expect(withoutSpaces('\\ " "')).toBe('\\" "')
  expect(withoutSpaces('')).toBe('')
})

it('does the same to a text of any length and any characters, JSON or not', () => {
  fc.assert(
    fc.property(fc.array(units), fc.constantFrom(0, 3000, 9000), (some, more) => {
      const text = some.join('') + 'é " '.repeat(more)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what is below the space
      const wanted = text.replace(/("(?:[^"\\]|\\.?)*"?)|[\u0000-\u0020]+/gs, (_, string: string | undefined) => string ?? '')
      expect(withoutSpaces(text)).toBe(wanted)
    }),
    { numRuns: 300 }
  )
})
