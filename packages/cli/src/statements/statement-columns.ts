import { guessDelimiterOf, type HeaderPlaces, matchHeader } from '../payroll/match-header.js'
import type { PayrollFinding } from '../payroll/payroll-file.js'

/** A column of a bank's statement that the reader knows. */
export type StatementColumn =
  | 'date'
  | 'time'
  | 'reference'
  | 'amount'
  | 'direction'
  | 'debit'
  | 'credit'
  | 'account_number'
  | 'bank_code'
  | 'description'

/** Every spelling that is taken, in lower case with underscores: the banks' own, in English and Indonesian. */
const SPELLINGS: Record<StatementColumn, string[]> = {
  date: [
    'date',
    'date_time',
    'datetime',
    'transaction_date',
    'posting_date',
    'occurred_at',
    'tanggal',
    'tanggal_transaksi',
    'tgl'
  ],
  time: ['time', 'transaction_time', 'jam', 'waktu'],
  reference: [
    'reference',
    'reference_number',
    'reference_no',
    'ref',
    'partner_reference',
    'referensi',
    'no_referensi',
    'nomor_referensi'
  ],
  amount: ['amount', 'nominal', 'jumlah', 'nilai'],
  direction: ['direction', 'type', 'dc', 'd/c', 'db/cr', 'debit/credit', 'd/k', 'jenis'],
  debit: ['debit', 'debet', 'withdrawal', 'keluar'],
  credit: ['credit', 'kredit', 'deposit', 'masuk'],
  account_number: ['account_number', 'account', 'beneficiary_account', 'rekening', 'no_rekening', 'rekening_tujuan'],
  bank_code: ['bank_code', 'bank', 'beneficiary_bank', 'kode_bank', 'bank_tujuan'],
  description: ['description', 'remark', 'remarks', 'notes', 'keterangan', 'berita', 'uraian']
}

export type StatementPlaces = HeaderPlaces<StatementColumn>

/**
 * Matches a statement's header with the columns that the reader knows. The amount is one column (with a direction beside
 * it where money comes in too), or `debit` with or without `credit`.
 */
export function matchStatementColumns(
  header: string[],
  line: number
): { places: StatementPlaces; problems: PayrollFinding[]; warnings: PayrollFinding[] } {
  const matched = matchHeader<StatementColumn>(header, line, { spellings: SPELLINGS, mandatory: ['date', 'reference'] })
  const { places, problems } = matched
  if (!places.has('amount') && !places.has('debit')) {
    problems.push({ line, column: 'amount', message: 'this column is missing from the header (or debit, for what was paid out)' })
  }
  for (const column of ['debit', 'credit', 'direction'] as const) {
    if (column === 'direction' ? !places.has('debit') : !places.has('amount')) continue
    const place = places.get(column)
    if (place === undefined) continue
    const message = 'an amount is told by one column (with a direction), or by debit and credit, not by both'
    problems.push({ line, column: place.heading, message })
  }
  return matched
}

/** The delimiter under which the header line shows the most known columns; a comma when none shows any. */
export function guessStatementDelimiter(headerLine: string): ',' | ';' | '\t' {
  return guessDelimiterOf(headerLine, SPELLINGS)
}
