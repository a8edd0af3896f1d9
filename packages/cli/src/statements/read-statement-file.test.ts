import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAmount } from '../money/format-amount.js'
import { choosePeriod } from './choose-period.js'
import { readStatementAmount } from './read-statement-amount.js'
import { readStatementFile } from './read-statement-file.js'

const RULES = { offset: '+07:00', isDayFirst: false }
const read = (text: string, rules = RULES) => readStatementFile(Buffer.from(text), rules)
const problemsOf = (text: string, rules = RULES) =>
  read(text, rules).problems.map(({ line, column, message }) => [line, column, message])

describe('a statement', () => {
  it('is read by its headers, in any order and language, with what separates them, marks and blank lines', () => {
    const file = read(
      '\uFEFFNo Referensi;Tanggal;Jam;Nominal;D/K;Keterangan\r\nitem_1;2026-07-31;10:11;1.250.000,00;D;gaji "Juli"\r\n\r\nitem_2;2026-07-31;10:12:13;50000;K;\r\n'.replace(
        '"Juli"',
        'Juli'
      )
    )
    expect(file.problems).toEqual([])
    expect(file).toMatchObject({ incomingCount: 1, totalSen: 1_250_000_00n })
    expect(file.rows).toEqual([
      {
        line: 2,
        reference: 'item_1',
        amountSen: 1_250_000_00n,
        occurredAtMs: Date.parse('2026-07-31T03:11:00Z'),
        bankCode: '',
        accountNumber: '',
        description: 'gaji Juli'
      }
    ])
  })

  it('tells what was paid out by a debit column too, and leaves out what came in', () => {
    const file = read('date,reference,debit,credit\n2026-07-31,a,100.00,0.00\n2026-07-31,b,,200.00\n2026-07-31,c,300.00,-\n')
    expect(file.problems).toEqual([])
    expect(file.rows.map(({ reference, amountSen }) => [reference, amountSen])).toEqual([
      ['a', 100_00n],
      ['c', 300_00n]
    ])
    expect(file.incomingCount).toBe(1)
  })

  it('keeps what came in with the reference of a payment of ours apart, and counts it neither as paid nor as left out', () => {
    const file = read(
      'date,reference,amount,direction\n2026-07-31,dis_item_a,100.00,D\n2026-08-01,dis_item_a,100.00,K\n2026-08-01,setoran,50.00,K\n2026-08-01,,50.00,K\n'
    )
    expect(file.problems).toEqual([])
    expect(file).toMatchObject({ incomingCount: 2, totalSen: 100_00n })
    expect(file.rows.map(({ line }) => line)).toEqual([2])
    expect(file.returns).toMatchObject([{ line: 3, reference: 'dis_item_a', amountSen: 100_00n }])
  })

  it('names every bad cell with its line and column, and never repairs one', () => {
    const rows = [
      '2026-02-31,a,100',
      '2026-07-31,b,1.250',
      '2026-07-31,c,-5',
      '2026-07-31 25:00,d,Rp 5',
      '07/08/2026,e,1e5',
      ',f,',
      '2026-07-31,9.9E+15,0',
      '2026-07-31,g,5,6'
    ]
    expect(problemsOf(`date,reference,amount\n${rows.join('\n')}\n`)).toEqual([
      [2, 'date', '"2026-02-31" is no day of the calendar'],
      [3, 'amount', expect.stringContaining('can mean thousands or decimals')],
      [4, 'amount', expect.stringContaining('has a sign')],
      [5, 'date', expect.stringContaining('is not a time of day')],
      [5, 'amount', expect.stringContaining('names the currency')],
      [6, 'date', expect.stringContaining('can be day or month first')],
      [6, 'amount', expect.stringContaining('is not an amount')],
      [7, 'date', 'is empty'],
      [7, 'amount', 'is empty'],
      [8, 'reference', expect.stringContaining('Excel')],
      [8, 'amount', 'must be more than zero'],
      [9, null, 'has 4 fields where the header has 3: put fields that contain the separator in double quotes']
    ])
  })

  it('must have its columns once, and one way of telling amounts', () => {
    expect(problemsOf('date,amount\n')).toEqual([[1, 'reference', expect.stringContaining('missing')]])
    expect(problemsOf('date,reference\n')).toEqual([[1, 'amount', expect.stringContaining('missing')]])
    expect(problemsOf('date,tanggal,reference,amount\n')).toEqual([[1, 'tanggal', expect.stringContaining('twice')]])
    expect(problemsOf('date,reference,amount,debit\n')).toEqual([[1, 'debit', expect.stringContaining('not by both')]])
    expect(problemsOf('date,reference,amount,type\n2026-07-31,a,1,maybe\n')).toEqual([
      [2, 'type', expect.stringContaining('neither')]
    ])
    expect(problemsOf('')).toEqual([[null, null, 'the file is empty']])
  })

  it('keeps to one decimal mark', () => {
    expect(problemsOf('date;reference;amount\n2026-07-31;a;100,00\n2026-07-31;b;100\n2026-07-31;c;100.00\n')).toEqual([
      [4, 'amount', 'has another decimal mark than line 2: a file must keep to one']
    ])
  })

  it('has day-first dates where somebody says so, and times of another zone where they say so themselves', () => {
    const text = 'date,reference,amount\n07/08/2026 10:00,a,1\n2026-08-07T10:00:00+08:00,b,1\n2026-08-07T03:00:00Z,c,1\n'
    const file = read(text, { ...RULES, isDayFirst: true })
    expect(file.problems).toEqual([])
    expect(file.rows.map(({ occurredAtMs }) => new Date(occurredAtMs).toISOString())).toEqual([
      '2026-08-07T03:00:00.000Z',
      '2026-08-07T02:00:00.000Z',
      '2026-08-07T03:00:00.000Z'
    ])
  })

  it('covers the days of its rows, as far as they are over, unless a period is given', () => {
    const file = read('date,reference,amount\n2026-07-31 10:00,a,1\n2026-07-01 23:59,b,1\n')
    const nowMs = Date.parse('2026-08-05T00:00:00Z')
    const choose = (from?: string, to?: string, now = nowMs) => {
      const { fromMs, toMs } = choosePeriod(file, { from, to }, { offset: '+07:00', nowMs: now })
      return [new Date(fromMs).toISOString(), new Date(toMs).toISOString()]
    }
    expect(choose()).toEqual(['2026-06-30T17:00:00.000Z', '2026-07-31T17:00:00.000Z'])
    expect(choose(undefined, undefined, Date.parse('2026-07-31T05:00:00Z'))[1]).toBe('2026-07-31T05:00:00.000Z')
    expect(choose('2026-07-01', '2026-07-31')).toEqual(['2026-06-30T17:00:00.000Z', '2026-07-31T17:00:00.000Z'])
    expect(choose('2026-07-01T00:00:00Z', '2026-07-02T00:00:00Z')).toEqual([
      '2026-07-01T00:00:00.000Z',
      '2026-07-02T00:00:00.000Z'
    ])
    expect(() => choose('2026-07-01')).toThrow('both --from and --to')
    expect(() => choose('July', '2026-07-31')).toThrow('--from "July" is not a date')
  })
})

describe('an amount of a statement', () => {
  const anySen = fc.bigInt({ min: 1n, max: 10n ** 15n })
  const group = (digits: string, separator: string) => digits.replace(/\B(?=(\d{3})+$)/g, separator)

  it('is read exactly in each of its forms, or refused where it could be another', () => {
    fc.assert(
      fc.property(anySen, (sen) => {
        const [whole, cents] = formatAmount(sen).split('.') as [string, string]
        const forms = [`${whole}.${cents}`, `${whole},${cents}`, `${group(whole, '.')},${cents}`, `${group(whole, ',')}.${cents}`]
        for (const form of forms) expect(readStatementAmount(form)).toMatchObject({ value: { amountSen: sen } })
        for (const separator of ['.', ',']) {
          const bare = group(whole, separator)
          if (bare.split(separator).length === 2) expect(readStatementAmount(bare)).toHaveProperty('problem')
          else expect(readStatementAmount(bare)).toMatchObject({ value: { amountSen: BigInt(whole) * 100n } })
        }
      })
    )
  })

  it('is never read from any other text as something that the text does not say', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d.,]{1,12}$/), (text) => {
        const read = readStatementAmount(text)
        if ('problem' in read) return
        const digits = text.replaceAll(/[.,]/g, '').replace(/^0+/, '')
        const plain = formatAmount(read.value.amountSen).replaceAll('.', '').replace(/^0+/, '')
        expect(plain === digits || plain === `${digits}0` || plain === `${digits}00` || digits === '').toBe(true)
      })
    )
  })
})
