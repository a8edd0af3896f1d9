import { parsePublicKey } from '@arus/snap-bi'
import { LineCounter, parseDocument } from 'yaml'
import { normalisePhone } from '../accounts/normalise-phone.js'
import type { MerchantInput } from '../state/merchant.js'
import type { UserInput } from '../state/user.js'
import { AccountsFileError } from './accounts-file-error.js'
import {
  type FileField,
  readEntries,
  readFields,
  readList,
  readMatching,
  readOneOf,
  readText,
  refuse,
  required
} from './file-field.js'

/** Who is in a sandbox from its start, beside or instead of the seeded ones of the same phone or partner id. */
export type AccountsFile = {
  users: UserInput[]
  merchants: (MerchantInput & { readonly partnerId: string; readonly merchantId: string })[]
}

const USER_FIELDS = ['phone', 'pin', 'name', 'nickname', 'balance', 'kycLevel', 'status', 'answers', 'email', 'ktp']
const MERCHANT_FIELDS = [
  'partnerId',
  'merchantId',
  'name',
  'publicKey',
  'clientSecret',
  'unbindNotifyUrl',
  'subMerchants',
  'stores',
  'balance'
]
const STATUSES = ['active', 'frozen', 'inactive', 'abnormal', 'closed'] as const

/**
 * Reads users and merchants from YAML (or JSON, which is YAML too).
 *
 * @param source the file's name, for errors
 * @throws {AccountsFileError} naming file, line and field
 *
 * @example
 * const { users } = readAccountsFile(`
 * users:
 *   - phone: 081234567890
 *     pin: 123456
 *     name: Siti Rahayu
 *     balance: 250000
 * `, 'accounts.yaml')
 */
export function readAccountsFile(text: string, source: string): AccountsFile {
  const lines = new LineCounter()
  // Under this schema a scalar is the text that stands there: 0811… is no number, and no word is a boolean.
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false })
  const [error] = document.errors
  if (error !== undefined) throw new AccountsFileError(source, lines.linePos(error.pos[0]).line, '', error.message)
  const root: FileField = { node: document.contents, name: '', line: 1, source, lines }
  const fields = readFields(root, ['users', 'merchants'])
  const users = fields.get('users')
  const merchants = fields.get('merchants')
  return {
    users: users === undefined ? [] : withoutRepeats(readList(users), readUser, 'phone'),
    merchants: merchants === undefined ? [] : withoutRepeats(readList(merchants), readMerchant, 'partnerId')
  }
}

function readUser(field: FileField): UserInput {
  const fields = readFields(field, USER_FIELDS)
  return {
    phone: readPhone(required(field, fields, 'phone')),
    pin: readMatching(required(field, fields, 'pin'), /^\d{6}$/, 'six digits'),
    name: readText(required(field, fields, 'name')),
    ...optional(fields, 'nickname', readText),
    ...balanceOf(fields.get('balance')),
    ...optional(fields, 'kycLevel', (kycLevel) => readOneOf(kycLevel, ['00', '02'] as const)),
    ...optional(fields, 'status', (status) => readOneOf(status, STATUSES)),
    ...optional(fields, 'answers', readAnswers),
    ...optional(fields, 'email', readText),
    ...optional(fields, 'ktp', (ktp) => readMatching(ktp, /^\d{16}$/, 'sixteen digits'))
  }
}

function readMerchant(field: FileField): AccountsFile['merchants'][number] {
  const fields = readFields(field, MERCHANT_FIELDS)
  return {
    partnerId: readMatching(
      required(field, fields, 'partnerId'),
      /^[\w.-]{1,64}$/,
      'at most 64 letters, digits, "-", "_" or "."'
    ),
    merchantId: readMatching(
      required(field, fields, 'merchantId'),
      /^[\w.-]{1,64}$/,
      'at most 64 letters, digits, "-", "_" or "."'
    ),
    name: readText(required(field, fields, 'name')),
    publicKey: readPublicKey(required(field, fields, 'publicKey')),
    clientSecret: readText(required(field, fields, 'clientSecret')),
    ...optional(fields, 'unbindNotifyUrl', readUrl),
    ...optional(fields, 'subMerchants', (list) => readList(list).map(readText)),
    ...optional(fields, 'stores', (list) => readList(list).map(readText)),
    ...balanceOf(fields.get('balance'))
  }
}

function readPhone(field: FileField): string {
  const text = readText(field)
  return (
    normalisePhone(text) ?? refuse(field, `must be an Indonesian mobile number such as 081234567890, not ${JSON.stringify(text)}`)
  )
}

function readAmount(field: FileField): bigint {
  const text = readMatching(field, /^\d{1,16}(\.\d{2})?$/, 'rupiah such as 250000 or 250000.00')
  const [rupiah, sen = '00'] = text.split('.')
  return BigInt(rupiah!) * 100n + BigInt(sen)
}

function readAnswers(field: FileField): Record<string, string> {
  const answers: Record<string, string> = {}
  for (const [serviceCode, answer] of readEntries(field)) {
    if (!/^\d{2}$/.test(serviceCode)) refuse(answer, 'must be named by a service code of two digits, such as "49"')
    const code = readMatching(answer, /^[2-5]\d{6}$/, 'a response code of seven digits, such as 4034905')
    if (code.slice(3, 5) !== serviceCode)
      refuse(answer, `must hold the service code: ${code.slice(0, 3)}${serviceCode}${code.slice(5)}`)
    answers[serviceCode] = code
  }
  return answers
}

function readPublicKey(field: FileField): string {
  const text = readText(field)
  try {
    return parsePublicKey(text).export({ type: 'spki', format: 'pem' }).toString()
  } catch (error) {
    return refuse(field, error instanceof Error ? error.message : String(error))
  }
}

function readUrl(field: FileField): string {
  const text = readText(field)
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : refuse(field, 'must be an http or https address')
}

function optional<Name extends string, Value>(
  fields: Map<string, FileField>,
  name: Name,
  read: (field: FileField) => Value
): Partial<Record<Name, Value>> {
  const field = fields.get(name)
  return (field === undefined ? {} : { [name]: read(field) }) as Partial<Record<Name, Value>>
}

function balanceOf(field: FileField | undefined): { balanceSen?: bigint } {
  return field === undefined ? {} : { balanceSen: readAmount(field) }
}

function withoutRepeats<Key extends string, Item extends Record<Key, string>>(
  items: FileField[],
  read: (field: FileField) => Item,
  key: Key
): Item[] {
  const seen = new Map<string, FileField>()
  return items.map((field) => {
    const item = read(field)
    const before = seen.get(item[key])
    if (before !== undefined) refuse({ ...field, name: `${field.name}.${key}` }, `is the same as that of ${before.name}`)
    seen.set(item[key], field)
    return item
  })
}
