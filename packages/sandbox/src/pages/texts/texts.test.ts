import { expect, it } from 'vitest'
import { formatPhone } from './format-phone.js'
import { formatRupiah } from './format-rupiah.js'
import { formatTime } from './format-time.js'
import { TEXTS } from './texts.js'

/** Each text by its path, functions filled in. */
function flatten(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return flatten((value as (...args: string[]) => unknown)('2', '3'), path)
  return Object.entries(value as object).flatMap(([name, inner]) => flatten(inner, `${path}.${name}`))
}

it('says everything in both languages, and never nothing', () => {
  const [indonesian, english] = [flatten(TEXTS.id), flatten(TEXTS.en)]
  expect(english.map(([path]) => path)).toEqual(indonesian.map(([path]) => path))
  for (const [path, text] of [...indonesian, ...english]) expect(text.trim(), path).not.toBe('')
})

it('says nearly everything differently in each', () => {
  const english = new Map(flatten(TEXTS.en))
  const same = flatten(TEXTS.id).filter(([path, text]) => english.get(path) === text && /[a-z]{4}/.test(text))
  expect(same.map(([, text]) => text).sort()).toMatchInlineSnapshot(`
    [
      "Access token",
      "Client secret",
      "Merchant",
      "Merchant",
      "Merchant ID",
      "Partner ID",
      "Refresh token",
      "Sandbox",
      "Status",
      "Total",
      "abnormal",
    ]
  `)
})

it.each([
  [0n, 'Rp0'],
  [1_00n, 'Rp1'],
  [1_000_00n, 'Rp1.000'],
  [1_234_567_05n, 'Rp1.234.567,05'],
  [-500_00n, '-Rp500']
])('writes %s sen as %s', (sen, text) => {
  expect(formatRupiah(sen)).toBe(text)
})

it('writes times as they are in Jakarta', () => {
  const at = Date.parse('2026-01-15T17:04:05Z')
  expect(formatTime(at, 'id')).toBe('16 Jan 2026, 00.04 WIB')
  expect(formatTime(at, 'en', { withSeconds: true })).toBe('16 Jan 2026, 00:04:05 WIB')
})

it('writes phone numbers as people say them', () => {
  expect(formatPhone('6283811223355')).toBe('0838 1122 3355')
  expect(formatPhone('62855100800')).toBe('0855 1008 00')
  expect(formatPhone('someone')).toBe('someone')
})
