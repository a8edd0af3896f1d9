import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAmount } from '../money/format-amount.js'
import { readPayrollFile } from './read-payroll-file.js'
import type { PayrollRules } from './read-payroll-row.js'

const RULES: PayrollRules = {
  bankCodes: new Set(['bca', 'bni', 'mandiri', 'gopay']),
  minAmountSen: 1_000_000n,
  maxAmountSen: 100_000_000_000n,
  maxRows: 50_000
}
const HEADER = 'account_owner_name,bank_code,account_number,amount'

function read(text: string, rules: Partial<PayrollRules> = {}) {
  return readPayrollFile(Buffer.from(text), { ...RULES, ...rules })
}

/** The problems of a file with one row of these four cells. */
function problemsOf(row: { name?: string; bank?: string; account?: string; amount?: string }) {
  const cells = [row.name ?? 'Siti', row.bank ?? 'bca', row.account ?? '0011223344', row.amount ?? '10000']
  return read(`${HEADER}\n${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).problems
}

describe('a good payroll file', () => {
  it('is read with every field, exact amounts and leading zeros', () => {
    const file = read(
      'account_owner_name,bank_code,account_number,amount,email_recipient,phone_number,notes\n' +
        'Siti Rahayu,bca,0011223344,10000.5,siti@example.com,085722173217,salary\n'
    )
    expect(file.problems).toEqual([])
    expect(file.rows).toEqual([
      {
        line: 2,
        accountOwnerName: 'Siti Rahayu',
        bankCode: 'bca',
        accountNumber: '0011223344',
        amountSen: 1_000_050n,
        emailRecipient: 'siti@example.com',
        phoneNumber: '085722173217',
        notes: 'salary'
      }
    ])
    expect(file.totalSen).toBe(1_000_050n)
  })

  it('may have its columns in any order and letter case, with the short names and spaces', () => {
    const file = read('Phone,AMOUNT,Account Number,Bank-Code,ACCOUNT_OWNER_NAME,Email\n0857,25000,0012,BCA,Budi,b@example.com\n')
    expect(file.problems).toEqual([])
    expect(file.rows[0]).toMatchObject({
      phoneNumber: '0857',
      amountSen: 2_500_000n,
      accountNumber: '0012',
      bankCode: 'bca',
      emailRecipient: 'b@example.com'
    })
  })

  it.each([';', '\t'])('may be separated by %j', (delimiter) => {
    const file = read(`${HEADER}\nSiti, bca,0012,10000\n`.replaceAll(',', delimiter))
    expect(file.problems).toEqual([])
    expect(file.rows[0]).toMatchObject({ bankCode: 'bca', accountNumber: '0012' })
  })

  it('may begin with a byte order mark and end its lines with CRLF', () => {
    const file = read(`\uFEFF"account_owner_name",bank_code,account_number,amount\r\nSiti,bca,0012,10000\r\n`)
    expect(file.problems).toEqual([])
    expect(file.rows).toHaveLength(1)
  })

  it("may be Excel's Unicode text: UTF-16 with tabs", () => {
    const text = `\uFEFF${HEADER}\r\nSiti,bca,0012,10000\r\n`.replaceAll(',', '\t')
    const file = readPayrollFile(Buffer.from(text, 'utf16le'), RULES)
    expect(file.problems).toEqual([])
    expect(file.rows[0]!.accountNumber).toBe('0012')
  })

  it('may quote its fields, with separators, quotes and line breaks inside', () => {
    const file = read(`${HEADER},notes\n"Rahayu, Siti ""Iti""","bca",0012,10000,"two\r\nlines"\n`)
    expect(file.problems).toEqual([])
    expect(file.rows[0]).toMatchObject({ accountOwnerName: 'Rahayu, Siti "Iti"', notes: 'two\nlines' })
  })

  it('names the batch, once or on every row', () => {
    const file = read(`${HEADER},Batch Name,description\nSiti,bca,0012,10000,June,salaries\nBudi,bca,0014,10000,,salaries\n`)
    expect(file).toMatchObject({ problems: [], name: 'June', description: 'salaries' })
  })

  it('may have empty columns and blank lines after its own', () => {
    const file = read(`${HEADER},,\nSiti,bca,0012,10000,,\n,,,,,\n\nBudi,bca,0014,10000\n`)
    expect(file.problems).toEqual([])
    expect(file.rows.map((row) => row.line)).toEqual([2, 5])
  })
})

describe('the columns of a payroll file', () => {
  it('are each named when missing', () => {
    const { problems, rows } = read('account_owner_name,acount_number,amount\nSiti,0012,10000\n')
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [1, 'bank_code'],
      [1, 'account_number']
    ])
    expect(rows).toEqual([])
  })

  it('are named when they are there twice, under another spelling too', () => {
    const { problems } = read(`${HEADER},email,email_recipient,Amount\n`)
    expect(problems.map(({ column }) => column)).toEqual(['email_recipient', 'Amount'])
    expect(problems[1]!.message).toContain('column 4 ("amount")')
  })

  it('are warned of when unknown, and left out', () => {
    const { problems, warnings } = read(`${HEADER},employee id\nSiti,bca,0012,10000,77\n`)
    expect(problems).toEqual([])
    expect(warnings).toMatchObject([{ line: 1, column: 'employee id' }])
  })
})

describe('a file that is no payroll', () => {
  it.each([
    ['', 'the file is empty'],
    ['\uFEFF\r\n \r\n', 'the file is empty'],
    [',,,\n,,,\n', 'the file is empty'],
    [`${HEADER}\n`, 'a header and no rows'],
    ['PK\u0003\u0004workbook', 'Excel workbook'],
    ['account\0number', 'not a text file']
  ])('%j is refused as a whole', (text, message) => {
    const { problems, rows } = read(text)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ line: null, column: null, message: expect.stringContaining(message) })
    expect(rows).toEqual([])
  })

  it('has more rows than one batch takes', () => {
    const { problems } = read(`${HEADER}\n${'Siti,bca,0012,10000\n'.repeat(3)}`, { maxRows: 2 })
    expect(problems[0]!.message).toContain('3 rows: at most 2')
  })
})

describe('an account number', () => {
  it.each([
    ['8.23E+09', 'Excel turned this account number into scientific notation (8.23E+09)'],
    ['8,23e+9', 'scientific notation'],
    ['823E9', 'scientific notation'],
    ['8230000000.0', 'Excel turned this account number into a number with decimals'],
    ['8,230,000,000', 'has separators'],
    ['0011 2233 44', 'has separators'],
    ['0011-2233-44', 'has separators'],
    ["'0011223344", 'apostrophe'],
    ['00112233AB', 'must be digits only'],
    ['+6281234567', 'must be digits only'],
    ['٠١٢٣٤', 'must be digits only'],
    ['1'.repeat(65), 'at most 64'],
    ['', 'is empty']
  ])('%j is refused', (account, message) => {
    expect(problemsOf({ account })).toEqual([{ line: 2, column: 'account_number', message: expect.stringContaining(message) }])
  })

  it('says how to put right what Excel did', () => {
    expect(problemsOf({ account: '8.23E+09' })[0]!.message).toContain('format the column as Text')
  })

  it('of an e-wallet without its leading zero is warned of', () => {
    expect(read(`${HEADER}\nSiti,gopay,81234567890,10000\n`).warnings).toMatchObject([{ line: 2, column: 'account_number' }])
    expect(read(`${HEADER}\nSiti,gopay,081234567890,10000\n`).warnings).toEqual([])
  })

  it('with nothing but zeros past 15 digits is warned of, when all long ones have them', () => {
    const rounded = `${HEADER}\nSiti,bca,1234567890123450,10000\nBudi,bca,98765432109876500,10000\n`
    expect(read(rounded).warnings).toMatchObject([
      { line: 2, column: 'account_number' },
      { line: 3, column: 'account_number' }
    ])
    expect(read(`${rounded}Dewi,bca,1234567890123456,10000\n`).warnings).toEqual([])
  })
})

describe('an amount', () => {
  it.each([
    ['10,000', 'thousands separators'],
    ['10.000', 'thousands separators'],
    ['1.000.000', 'thousands separators'],
    ['1.000.000,00', 'thousands separators'],
    ['10000,50', 'decimal comma'],
    ['Rp 10000', 'names the currency'],
    ['IDR10000', 'names the currency'],
    ['1e5', 'scientific notation'],
    ['0', 'more than zero'],
    ['0.00', 'more than zero'],
    ['-10000', 'negative'],
    ['10000.123', 'more than 2 decimals'],
    ['9999.99', 'below the least amount, Rp 10,000'],
    ['1000000000.01', 'above the greatest amount, Rp 1,000,000,000'],
    ['99999999999999999', 'above every limit'],
    ['ten thousand', 'is not an amount'],
    ['10 000', 'is not an amount'],
    ['', 'is empty']
  ])('%j is refused', (amount, message) => {
    expect(problemsOf({ amount })).toEqual([{ line: 2, column: 'amount', message: expect.stringContaining(message) }])
  })

  it.each(['10000', '10000.0', '10000.00', '1000000000', ' 10000 '])('%j is taken', (amount) => {
    expect(problemsOf({ amount })).toEqual([])
  })
})

describe('a bank code', () => {
  it('that is unknown is named, with the one it was meant to be', () => {
    expect(problemsOf({ bank: 'bcaa' })[0]!.message).toBe('"bcaa" is not in the bank list: did you mean bca?')
    expect(problemsOf({ bank: 'swiss' })[0]!.message).toBe('"swiss" is not in the bank list')
  })

  it('is taken as it stands when there is no list', () => {
    expect(read(`${HEADER}\nSiti,swiss,0012,10000\n`, { bankCodes: undefined }).problems).toEqual([])
  })
})

describe('bad rows', () => {
  it('are all reported, each with its line and every bad cell of it', () => {
    const file = read(`${HEADER}\n,bca,0012,10000\nSiti,bca,0012,10000\nBudi,xyz,8.2E+10,1e5\nDewi,bca,0014\n`)
    expect(file.problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 'account_owner_name'],
      [4, 'bank_code'],
      [4, 'account_number'],
      [4, 'amount'],
      [5, null]
    ])
    expect(file.rows.map((row) => row.line)).toEqual([3])
  })

  it("carry the file's own line also after fields of several lines, in CRLF too", () => {
    const text = `${HEADER},notes\n"Siti",bca,0012,10000,"a\n\nb"\n\nBudi,bca,0014,10000,"c\nd"\nDewi,bca,0016,0,\n`
    for (const version of [text, text.replaceAll('\n', '\r\n')]) {
      expect(read(version).problems.map(({ line, column }) => [line, column])).toEqual([[8, 'amount']])
      expect(read(version).rows.map((row) => row.line)).toEqual([2, 6])
    }
  })

  it('with an unquoted separator in the amount say so', () => {
    expect(read(`${HEADER}\nSiti,bca,0012,10,000\n`).problems[0]).toMatchObject({
      line: 2,
      column: null,
      message: expect.stringContaining(
        'has 5 fields where the header has 4: put fields that contain the separator in double quotes'
      )
    })
  })

  it('with a misplaced quote do not hide those after them', () => {
    const file = read(`${HEADER}\nSiti,bca,0012,10000\nBudi "B" S,bca,0014,10000\nDewi,bca,0016,0\n`)
    expect(file.problems).toMatchObject([
      { line: 3, message: expect.stringContaining('double quote stands in the middle') },
      { line: 4, column: 'amount' }
    ])
  })

  it('are not swallowed by a quote that never closes', () => {
    const file = read(`${HEADER}\n"Siti,bca,0012,10000\nBudi,bca,0014,10000\nDewi,bca,x,10000\n`)
    expect(file.problems).toMatchObject([{ line: 2, message: expect.stringContaining('never closes') }, { line: 4 }])
    expect(file.rows.map((row) => row.accountOwnerName)).toEqual(['Budi'])
  })

  it('have a line break in a name, as when two quotes are missing', () => {
    expect(read(`${HEADER}\n"Siti\nRahayu",bca,0012,10000\n`).problems).toMatchObject([{ line: 2, column: 'account_owner_name' }])
  })

  it('hold characters that nobody can see, or bytes that are no text', () => {
    expect(problemsOf({ name: 'Si\u200Bti' })[0]!.message).toContain('U+200B')
    const bytes = Buffer.concat([Buffer.from(`${HEADER}\nRen`), Buffer.from([0xe9]), Buffer.from(',bca,0012,10000\n')])
    expect(readPayrollFile(bytes, RULES).problems).toMatchObject([{ line: 2, message: expect.stringContaining('UTF-8') }])
  })

  it('are those whose batch name differs, once for the column', () => {
    const { problems } = read(`name,${HEADER}\nSiti,Siti,bca,0012,10000\nBudi,Budi,bca,0014,10000\nDewi,Dewi,bca,0016,10000\n`)
    expect(problems).toMatchObject([{ line: 3, column: 'name', message: expect.stringContaining('account_owner_name') }])
  })

  it('that repeat bank, account and amount are warned of with the line they repeat', () => {
    const file = read(`${HEADER}\nSiti,bca,0012,10000\nBudi,bca,0012,20000\nSiti R,BCA,0012,10000.00\n`)
    expect(file.problems).toEqual([])
    expect(file.warnings).toEqual([{ line: 4, column: null, message: 'repeats line 2: bca 0012, Rp 10,000' }])
  })
})

describe('for any input', () => {
  const text = fc.string({ unit: 'binary' }).filter((value) => value === value.trim() && !/[\p{Cc}\p{Cf}\uFFFD]/u.test(value))
  const row = fc.record({
    name: text.filter((value) => value !== ''),
    bank: fc.constantFrom('bca', 'BNI', 'gopay'),
    account: fc.stringMatching(/^\d{1,20}$/),
    amountSen: fc.bigInt(RULES.minAmountSen, RULES.maxAmountSen),
    notes: text
  })
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`

  it('what was written is what is read', () => {
    const layout = fc.record({
      rows: fc.array(row, { minLength: 1, maxLength: 20 }),
      delimiter: fc.constantFrom(',', ';', '\t'),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
      mark: fc.constantFrom('', '\uFEFF')
    })
    fc.assert(
      fc.property(layout, ({ rows, delimiter, lineEnd, mark }) => {
        const header = ['notes', 'amount', 'account_number', 'bank_code', 'account_owner_name']
        const cells = rows.map((one) => [one.notes, formatAmount(one.amountSen), one.account, one.bank, one.name].map(quote))
        const file = read(mark + [header, ...cells].map((line) => line.join(delimiter) + lineEnd).join(''))
        expect(file.problems).toEqual([])
        expect(file.rows.map(({ line, ...rest }) => rest)).toEqual(
          rows.map((one) => ({
            accountOwnerName: one.name,
            bankCode: one.bank.toLowerCase(),
            accountNumber: one.account,
            amountSen: one.amountSen,
            emailRecipient: '',
            phoneNumber: '',
            notes: one.notes
          }))
        )
        expect(file.rows.map(({ line }) => line)).toEqual(rows.map((_, index) => index + 2))
        expect(file.totalSen).toBe(rows.reduce((sum, one) => sum + one.amountSen, 0n))
      })
    )
  })

  it('nothing throws, and each row that was read keeps the rules', () => {
    const junk = fc.array(
      fc.oneof(
        fc.constantFrom('"', ',', ';', '\n', '\r\n', '""', 'bca', '0012', '10000', '8.2E+10'),
        fc.string({ unit: 'binary' })
      )
    )
    fc.assert(
      fc.property(fc.boolean(), junk, (hasHeader, parts) => {
        const file = read((hasHeader ? `${HEADER}\n` : '') + parts.join(''))
        for (const one of file.rows) {
          expect(one.accountNumber).toMatch(/^\d+$/)
          expect(one.amountSen >= RULES.minAmountSen && one.amountSen <= RULES.maxAmountSen).toBe(true)
          expect(RULES.bankCodes!.has(one.bankCode)).toBe(true)
        }
        expect(file.rows.length + file.problems.length).toBeGreaterThan(0)
      })
    )
  })

  it('nothing throws on bytes that are no text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readPayrollFile(bytes, RULES).problems.length).toBeGreaterThan(0)
      })
    )
  })
})
