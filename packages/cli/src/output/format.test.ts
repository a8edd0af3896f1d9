import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBar } from './format-bar.js'
import { formatCsv } from './format-csv.js'
import { formatDuration } from './format-duration.js'
import { formatTable } from './format-table.js'

describe('formatCsv', () => {
  it.each(['=1+1', '+62812', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])('keeps a spreadsheet from running %j', (cell) => {
    const rows = parse(formatCsv(['a'], [[cell]]), { from: 2 }) as string[][]
    expect(rows).toEqual([[`'${cell}`]])
  })

  it.each(['-12', '-12.50', '0012', "O'Brien", 'a=b', ''])('leaves %j as it is', (cell) => {
    const [row] = parse(formatCsv(['a', 'b'], [[cell, 'x']]), { from: 2 }) as string[][]
    expect(row).toEqual([cell, 'x'])
  })

  it('can be read back whatever is in the cells, and no cell begins like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const read = parse(formatCsv(['a', 'b'], rows), { from: 2, record_delimiter: '\r\n' }) as string[][]
        expect(read.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')))).toEqual(
          rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')))
        )
        for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+@\t\r\n＝＋－＠]/)
      })
    )
  })
})

describe('formatTable', () => {
  it('aligns columns by what is seen, not by colour codes', () => {
    const table = formatTable(
      [{ heading: 'BANK' }, { heading: 'ITEMS', align: 'right' }],
      [
        ['\u001b[32mbca\u001b[39m', '7'],
        ['mandiri', '120']
      ]
    )
    expect(table).toBe('BANK     ITEMS\n\u001b[32mbca\u001b[39m          7\nmandiri    120')
  })
})

describe('formatBar', () => {
  const draw = (counts: number[], width: number) =>
    formatBar(
      counts.map((count, index) => ({ count, glyph: String(index), paint: (text) => text })),
      width
    )

  it('is as wide as asked, and shows the smallest part that is not empty', () => {
    expect(draw([997, 0, 3], 10)).toBe('0000000002')
    expect(draw([0, 0], 5)).toBe('░░░░░')
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 12, max: 80 }),
        (counts, width) => {
          const bar = draw(counts, width)
          expect(bar).toHaveLength(width)
          if (counts.some((count) => count > 0)) {
            for (const [index, count] of counts.entries()) expect(bar.includes(String(index))).toBe(count > 0)
          }
        }
      )
    )
  })
})

describe('formatDuration', () => {
  it('chooses a unit that a person would', () => {
    expect([0, 850.4, 12_340, 125_000].map(formatDuration)).toEqual(['0 ms', '850 ms', '12.3 s', '2 min 5 s'])
  })
})
