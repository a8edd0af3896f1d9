// What the control API takes, read from JSON that is not trusted. Each throws a ControlError that names the field.

import type { FaultKind, FaultRule } from '../faults/create-faults.js'
import type { MerchantChanges, MerchantInput } from '../state/merchant.js'
import type { UserChanges, UserInput } from '../state/user.js'
import {
  defined,
  type Input,
  invalid,
  optionalAmount,
  optionalMatching,
  optionalOneOf,
  optionalText,
  optionalTexts,
  optionalUrl,
  readInput,
  requiredText
} from './read-input.js'
import type { TriggerInput } from './trigger.js'

const USER_FIELDS = ['phone', 'pin', 'name', 'nickname', 'balance', 'kycLevel', 'status', 'answers', 'email', 'ktp'] as const
const CHANGEABLE_MERCHANT_FIELDS = [
  'name',
  'publicKey',
  'clientSecret',
  'status',
  'unbindNotifyUrl',
  'subMerchants',
  'stores',
  'balance'
] as const
const MERCHANT_FIELDS = ['partnerId', 'merchantId', ...CHANGEABLE_MERCHANT_FIELDS] as const
const FAULT_FIELDS = [
  'kind',
  'operation',
  'times',
  'rate',
  'seed',
  'delayMs',
  'afterWork',
  'retryAfterSeconds',
  'responseCode'
] as const
const TRIGGER_FIELDS = ['reference', 'amount', 'notificationUrl', 'phone', 'payMethod', 'partnerId'] as const
export function readUser(body: unknown): UserInput {
  const input = readInput(body, USER_FIELDS)
  return { ...userFields(input), phone: requiredText(input, 'phone') }
}

export function readUserChanges(body: unknown): UserChanges {
  return userFields(readInput(body, USER_FIELDS))
}

function userFields(input: Input): UserChanges {
  return defined({
    phone: optionalText(input, 'phone'),
    pin: optionalMatching(input, 'pin', /^\d{6}$/, 'six digits'),
    name: optionalText(input, 'name'),
    nickname: optionalText(input, 'nickname'),
    balanceSen: optionalAmount(input, 'balance'),
    kycLevel: optionalOneOf(input, 'kycLevel', ['00', '02']),
    status: optionalOneOf(input, 'status', ['active', 'frozen', 'inactive', 'abnormal', 'closed']),
    answers: readAnswers(input.answers),
    email: optionalText(input, 'email'),
    ktp: optionalMatching(input, 'ktp', /^\d{16}$/, 'sixteen digits')
  })
}

function readAnswers(value: unknown): Record<string, string> | undefined {
  if (value === undefined) return undefined
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const faulty = entries.find(([service, code]) => !/^\d{2}$/.test(service) || !/^[2-5]\d{6}$/.test(String(code)))
  if (typeof value !== 'object' || value === null || faulty !== undefined)
    throw invalid('answers must be response codes by service code, such as { "49": "4014901" }')
  return Object.fromEntries(entries)
}

export function readMerchant(body: unknown): MerchantInput {
  const input = readInput(body, MERCHANT_FIELDS)
  return {
    ...merchantFields(input),
    publicKey: requiredText(input, 'publicKey'),
    ...defined({ partnerId: optionalText(input, 'partnerId'), merchantId: optionalText(input, 'merchantId') })
  }
}

export function readMerchantChanges(body: unknown): MerchantChanges {
  return merchantFields(readInput(body, CHANGEABLE_MERCHANT_FIELDS))
}

function merchantFields(input: Input): MerchantChanges {
  return defined({
    name: optionalText(input, 'name'),
    publicKey: optionalText(input, 'publicKey'),
    clientSecret: optionalText(input, 'clientSecret'),
    status: optionalOneOf(input, 'status', ['active', 'inactive']),
    unbindNotifyUrl: optionalUrl(input, 'unbindNotifyUrl'),
    subMerchants: optionalTexts(input, 'subMerchants'),
    stores: optionalTexts(input, 'stores'),
    balanceSen: optionalAmount(input, 'balance')
  })
}

export function readFault(body: unknown): FaultRule {
  const input = readInput(body, FAULT_FIELDS)
  const numbers = ['times', 'rate', 'seed', 'delayMs', 'retryAfterSeconds'] as const
  const faulty = numbers.find((name) => input[name] !== undefined && typeof input[name] !== 'number')
  if (faulty !== undefined) throw invalid(`${faulty} must be a number`)
  if (input.afterWork !== undefined && typeof input.afterWork !== 'boolean') throw invalid('afterWork must be true or false')
  return {
    ...(input as Omit<FaultRule, 'kind'>),
    // Checked where rules are kept.
    kind: requiredText(input, 'kind') as FaultKind,
    ...defined({ operation: optionalText(input, 'operation'), responseCode: optionalText(input, 'responseCode') })
  }
}

export function readTrigger(body: unknown): TriggerInput {
  const input = readInput(body, TRIGGER_FIELDS)
  return defined({
    reference: optionalText(input, 'reference'),
    amountSen: optionalAmount(input, 'amount'),
    notificationUrl: optionalUrl(input, 'notificationUrl'),
    phone: optionalText(input, 'phone'),
    payMethod: optionalText(input, 'payMethod'),
    partnerId: optionalText(input, 'partnerId')
  })
}

/** The address that a notification is to be signed for. */
export function readSigning(body: unknown): string {
  const input = readInput(body, ['url'])
  requiredText(input, 'url')
  return optionalUrl(input, 'url')!
}
