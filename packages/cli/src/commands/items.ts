import type { DisbursementItem, ItemStatus } from '@arus/durianpay'
import { formatRupiahOf } from '../batches/describe-batch.js'
import { type CommandDefinition, type Given, hasFlag, readArgument, readText } from '../command-line/command-definition.js'
import { CommandError } from '../command-line/command-result.js'
import { connectMerchant } from '../merchant/connect-merchant.js'
import { formatCsv } from '../output/format-csv.js'
import { formatTable } from '../output/format-table.js'

const STATUSES: readonly ItemStatus[] = ['need_validation', 'valid', 'invalid', 'processing', 'done', 'failed']

export const itemsCommand: CommandDefinition = {
  path: ['items'],
  summary: "list a batch's payments, and why those failed that did",
  arguments: [{ syntax: '<id>', summary: 'the batch, dis_…' }],
  options: [
    { flags: '--status <status>', summary: `only those: ${STATUSES.join(', ')}` },
    { flags: '--csv', summary: 'print CSV, with the columns of a payroll file first' }
  ],
  run: async (context, given) => {
    if (hasFlag(given, 'csv') && context.isJson)
      throw new CommandError('usage', '--csv and --json are two forms of one result: choose one')
    const { client } = connectMerchant(context)
    const status = readStatus(given)
    const items: DisbursementItem[] = []
    for await (const item of client.disbursements.items(readArgument(given, 0), { status, signal: context.signal }))
      items.push(item)
    return { exit: 'ok', json: { items, count: items.length }, text: hasFlag(given, 'csv') ? asCsv(items) : asTable(items) }
  }
}

function readStatus(given: Given): ItemStatus | undefined {
  const text = readText(given, 'status')
  if (text === undefined) return undefined
  const status = STATUSES.find((one) => one === text)
  if (status === undefined)
    throw new CommandError('usage', `--status must be one of ${STATUSES.join(', ')}, not ${JSON.stringify(text)}`)
  return status
}

function asTable(items: DisbursementItem[]): string {
  if (items.length === 0) return 'no items'
  return formatTable(
    [
      { heading: 'ITEM' },
      { heading: 'BANK' },
      { heading: 'ACCOUNT' },
      { heading: 'OWNER' },
      { heading: 'AMOUNT', align: 'right' },
      { heading: 'STATUS' },
      { heading: 'REASON' }
    ],
    items.map((item) => [
      item.id,
      item.bank_code,
      item.account_number,
      item.account_owner_name,
      formatRupiahOf(item.amount),
      item.status,
      reasonOf(item)
    ])
  )
}

function asCsv(items: DisbursementItem[]): string {
  return formatCsv(
    [
      'account_owner_name',
      'bank_code',
      'account_number',
      'amount',
      'email_recipient',
      'phone_number',
      'notes',
      'status',
      'reason',
      'real_name',
      'receipt',
      'item_id'
    ],
    items.map((item) => [
      item.account_owner_name,
      item.bank_code,
      item.account_number,
      item.amount,
      item.email_recipient,
      item.phone_number,
      item.notes,
      item.status,
      reasonOf(item),
      item.real_name,
      item.receipt,
      item.id
    ])
  )
}

function reasonOf(item: DisbursementItem): string {
  if (item.failure_reason !== '') return item.failure_reason
  return [...new Set((item.invalid_fields ?? []).map((field) => field.message))].join('; ')
}
