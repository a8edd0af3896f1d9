import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatJakartaTime } from './format-jakarta-time.js'
import { formatJakartaTimeMs } from './format-jakarta-time-ms.js'
import { parseTimestamp } from './parse-timestamp.js'

const NOW = Date.parse('2026-01-15T03:04:05.678Z')
const FIRST = Date.parse('0000-01-01T00:00:00.000Z')
const LAST = Date.parse('9999-12-31T16:59:59.999Z')
const instants = fc.integer({ min: FIRST, max: LAST })

describe('an instant', () => {
  it('is written as Jakarta has it', () => {
    expect(formatJakartaTime(NOW)).toBe('2026-01-15T10:04:05+07:00')
    expect(formatJakartaTimeMs(NOW)).toBe('2026-01-15T10:04:05.678+07:00')
    expect(formatJakartaTime(Date.parse('2025-12-31T17:00:00Z'))).toBe('2026-01-01T00:00:00+07:00')
    expect(formatJakartaTime(Date.parse('2028-02-28T17:00:00Z'))).toBe('2028-02-29T00:00:00+07:00')
    expect(formatJakartaTime(0)).toBe('1970-01-01T07:00:00+07:00')
    expect(formatJakartaTime(LAST)).toBe('9999-12-31T23:59:59+07:00')
  })

  it('is written as the time zone data of the runtime has it', () => {
    const jakarta = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta', dateStyle: 'short', timeStyle: 'medium' })
    const since1964 = fc.integer({ min: Date.parse('1964-01-02T00:00:00Z'), max: LAST })
    fc.assert(
      fc.property(since1964, (epochMs) => {
        expect(formatJakartaTime(epochMs)).toBe(`${jakarta.format(epochMs).replace(' ', 'T')}+07:00`)
      })
    )
  })

  it('is read again as it was written', () => {
    fc.assert(
      fc.property(instants, (epochMs) => {
        expect(parseTimestamp(formatJakartaTimeMs(epochMs))).toBe(epochMs)
        expect(parseTimestamp(formatJakartaTime(epochMs))).toBe(Math.floor(epochMs / 1000) * 1000)
        expect(formatJakartaTime(epochMs)).toHaveLength(25)
      })
    )
  })

  it('that is none, or is out of the years that have four digits, is refused', () => {
    for (const epochMs of [Number.NaN, Number.POSITIVE_INFINITY, 8.64e15, LAST + 1, FIRST - 7 * 3_600_000 - 1]) {
      expect(() => formatJakartaTime(epochMs)).toThrow(RangeError)
      expect(() => formatJakartaTimeMs(epochMs)).toThrow(RangeError)
    }
  })
})

describe('in whatever time zone the process is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'arus-timestamps-'))
  const program = join(folder, 'show.js')
  beforeAll(() => {
    const sources = ['format-jakarta-time.ts', 'parse-timestamp.ts'].map((file) => fileURLToPath(new URL(file, import.meta.url)))
    const compiler = fileURLToPath(new URL('../../../../node_modules/typescript/bin/tsc', import.meta.url))
    const compilerOptions = {
      rootDir: fileURLToPath(new URL('.', import.meta.url)),
      outDir: folder,
      module: 'nodenext',
      types: []
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: sources }))
    execFileSync(process.execPath, [compiler, '-p', folder])
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(
      program,
      `import { formatJakartaTime } from './format-jakarta-time.js'
import { formatJakartaTimeMs } from './format-jakarta-time-ms.js'
import { parseTimestamp } from './parse-timestamp.js'
const texts = ['2026-01-15T10:04:05+07:00', '2026-07-15T03:04:05Z', '2026-03-08T02:30:00+07:00', '2026-03-08T02:30:00Z']
console.log(JSON.stringify({
  hour: new Date(${NOW}).getHours(),
  times: [${NOW}, 0].flatMap((epochMs) => [formatJakartaTime(epochMs), formatJakartaTimeMs(epochMs)]),
  instants: texts.map(parseTimestamp)
}))`
    )
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each([
    ['UTC', 3],
    ['America/New_York', 22],
    ['Asia/Jakarta', 10],
    ['Pacific/Kiritimati', 17]
  ])('%s', (timeZone, hour) => {
    const output = execFileSync(process.execPath, [program], { env: { ...process.env, TZ: timeZone }, encoding: 'utf8' })
    expect(JSON.parse(output)).toEqual({
      hour,
      times: [
        '2026-01-15T10:04:05+07:00',
        '2026-01-15T10:04:05.678+07:00',
        '1970-01-01T07:00:00+07:00',
        '1970-01-01T07:00:00.000+07:00'
      ],
      instants: [1768446245000, 1784084645000, 1772911800000, 1772937000000]
    })
  })
})

describe('a timestamp', () => {
  it('is read with the offset it has', () => {
    expect(parseTimestamp('2026-01-15T10:04:05+07:00')).toBe(1768446245000)
    expect(parseTimestamp('2026-01-15T03:04:05Z')).toBe(1768446245000)
    expect(parseTimestamp('2026-01-14T22:04:05-05:00')).toBe(1768446245000)
    expect(parseTimestamp('2026-01-15T03:04:05-00:00')).toBe(1768446245000)
    expect(parseTimestamp('2026-01-15T08:34:05+05:30')).toBe(1768446245000)
  })

  it('may have a fraction, of which milliseconds are kept', () => {
    expect(parseTimestamp('2026-01-15T10:04:05.6+07:00')).toBe(1768446245600)
    expect(parseTimestamp('2026-01-15T10:04:05.57+07:00')).toBe(1768446245570)
    expect(parseTimestamp('2026-01-15T10:04:05.678Z')).toBe(1768471445678)
    expect(parseTimestamp('2026-01-15T10:04:05.678999999Z')).toBe(1768471445678)
    expect(parseTimestamp('1969-12-31T23:59:59.999Z')).toBe(-1)
  })

  it('is of a day that the calendar has', () => {
    expect(parseTimestamp('2028-02-29T00:00:00Z')).toBe(Date.parse('2028-02-29T00:00:00Z'))
    expect(parseTimestamp('0050-01-01T00:00:00Z')).toBe(Date.parse('0050-01-01T00:00:00Z'))
    for (const day of [
      '2026-02-29',
      '2026-02-30',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '2026-01-32',
      '2100-02-29'
    ]) {
      expect(parseTimestamp(`${day}T10:04:05+07:00`), day).toBeUndefined()
    }
  })

  it.each([
    '',
    '2026-01-15',
    '2026-01-15T10:04:05',
    '2026-01-15 10:04:05+07:00',
    '2026-01-15t10:04:05z',
    '2026-01-15T10:04+07:00',
    '2026-01-15T10:04:05+0700',
    '2026-01-15T10:04:05+07',
    '2026-01-15T10:04:05+24:00',
    '2026-01-15T10:04:05+07:60',
    '2026-01-15T10:04:05.+07:00',
    '2026-01-15T10:04:05,5+07:00',
    '2026-01-15T24:00:00Z',
    '2026-01-15T23:60:00Z',
    '2026-01-15T23:59:60Z',
    ' 2026-01-15T10:04:05Z',
    '2026-01-15T10:04:05Z\n',
    '+002026-01-15T10:04:05Z',
    '２026-01-15T10:04:05Z',
    'Thu, 15 Jan 2026 10:04:05 GMT',
    '1768446245000'
  ])('is not %j', (text) => {
    expect(parseTimestamp(text)).toBeUndefined()
  })

  it('is never a guess', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-+:.TZ ') }), (text) => {
        expect(parseTimestamp(text)).toBeUndefined()
      })
    )
  })
})
