import type { FieldError } from '../errors/api-error.js'
import { type JsonSchema, requestSchemas } from '../generated/request-schemas.js'
import { findSchemaErrors } from '../http/find-schema-errors.js'
import { MAX_FIELD_ERRORS, MISSING, refuseFields } from '../http/refuse-fields.js'
import { type AmountLimits, checkAmount } from './check-amount.js'
import type { Submission, SubmittedItem } from './submission.js'

/** What one batch may be. */
export type SubmissionLimits = AmountLimits & { maxItems: number }

/** A submission without what its headers and query say. */
export type SubmissionBody = Pick<Submission, 'name' | 'description' | 'items'>

/** The sum of a batch must fit where sums are kept (63 bits of sen), with room for many batches. */
const MAX_TOTAL_SEN = 1_000_000_000_000_000_00n

/**
 * Checks the body of a submit, and gives it in our own words. Whether a bank or an account exists is not asked here:
 * that makes an invalid item, not a refused batch.
 *
 * @param body as parsed from JSON
 * @throws ApiError DPAY_INVALID_REQUEST that names up to 100 fields at fault by their paths (`items[3].amount`), says
 * what is wrong with each, and how many more there are
 */
export function checkSubmission(body: unknown, limits: SubmissionLimits): SubmissionBody {
  const faults = createFaultList()
  const submission = readSubmission(body, limits, faults)
  if (faults.count > 0) throw refuseFields(faults.listed, faults.count)
  return submission
}

type FaultList = { listed: FieldError[]; count: number; add(field: string, message: string): void }

/** Counts all faults and keeps the first ones: a batch of 50,000 broken items needs no answer of 10 MB. */
function createFaultList(): FaultList {
  const faults: FaultList = {
    listed: [],
    count: 0,
    add(field, message) {
      faults.count++
      if (faults.listed.length < MAX_FIELD_ERRORS) faults.listed.push({ field, message })
    }
  }
  return faults
}

function readSubmission(body: unknown, limits: SubmissionLimits, faults: FaultList): SubmissionBody {
  const nothing: SubmissionBody = { name: '', description: '', items: [] }
  if (!isObject(body)) {
    faults.add('body', body === undefined ? MISSING : 'must be a JSON object')
    return nothing
  }
  refuseKeysInBody(body, faults)
  const name = readOptionalText(body, 'name', 'name', 255, faults)
  const description = readOptionalText(body, 'description', 'description', 1000, faults)
  const { items } = body
  if (items === undefined || items === null) faults.add('items', MISSING)
  else if (!Array.isArray(items)) faults.add('items', 'must be a list')
  else if (items.length === 0) faults.add('items', 'must have at least one item')
  else if (items.length > limits.maxItems)
    faults.add('items', `has ${items.length} items; a batch may have at most ${limits.maxItems}`)
  else return { name, description, items: readItems(items, limits, faults) }
  return nothing
}

/** Headers that end up in the body by mistake would be passed over like any unknown field, and the next try would pay again. */
function refuseKeysInBody(body: JsonObject, faults: FaultList): void {
  for (const field of ['idempotency_key', 'x_idempotency_key']) {
    const isThere = body[field] !== undefined && body[field] !== null
    if (isThere) faults.add(field, 'is a header, not a field of the body: without it a retry would pay twice')
  }
}

function readItems(items: unknown[], limits: SubmissionLimits, faults: FaultList): SubmittedItem[] {
  const read = items.map((item, index) => readItem(item, `items[${index}]`, limits, faults))
  const totalSen = read.reduce((sum, item) => sum + item.amountSen, 0n)
  if (totalSen > MAX_TOTAL_SEN) faults.add('items', 'has amounts that add up to more than a batch can hold')
  return read
}

function readItem(value: unknown, path: string, limits: SubmissionLimits, faults: FaultList): SubmittedItem {
  const item = isObject(value) ? value : {}
  if (!isObject(value)) faults.add(path, 'must be an object')
  const text = (name: string, maxLength: number) => readText(item, name, `${path}.${name}`, maxLength, faults)
  const optional = (name: string, maxLength: number) => readOptionalText(item, name, `${path}.${name}`, maxLength, faults)
  if (item !== value) return EMPTY_ITEM
  return {
    accountOwnerName: text('account_owner_name', 255),
    bankCode: text('bank_code', 64),
    accountNumber: readAccountNumber(item, path, faults),
    amountSen: readAmount(item, path, limits, faults),
    emailRecipient: optional('email_recipient', 320),
    phoneNumber: optional('phone_number', 32),
    notes: optional('notes', 500),
    senderInformation: readSenderInformation(item, path, faults)
  }
}

type SubmitSchema = { properties: { items: { items: { properties: { sender_information: JsonSchema } } } } }
const SENDER_INFORMATION = (requestSchemas.submitDisbursement.body as SubmitSchema).properties.items.items.properties
  .sender_information

const EMPTY_ITEM: SubmittedItem = {
  accountOwnerName: '',
  bankCode: '',
  accountNumber: '',
  amountSen: 0n,
  emailRecipient: '',
  phoneNumber: '',
  notes: '',
  senderInformation: undefined
}

type JsonObject = Record<string, unknown>

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Text that must be there, and be more than spaces. */
function readText(object: JsonObject, name: string, field: string, maxLength: number, faults: FaultList): string {
  const value = object[name]
  if (value === undefined || value === null) faults.add(field, MISSING)
  else if (typeof value !== 'string') faults.add(field, 'must be a string')
  else if (value.trim() === '') faults.add(field, 'must not be empty')
  else if (isLongerThan(value, maxLength)) faults.add(field, `must have at most ${maxLength} characters`)
  else return value
  return ''
}

/** Text that may be left out; some clients send null then. */
function readOptionalText(object: JsonObject, name: string, field: string, maxLength: number, faults: FaultList): string {
  const value = object[name]
  if (value === undefined || value === null) return ''
  if (typeof value !== 'string') faults.add(field, 'must be a string')
  else if (isLongerThan(value, maxLength)) faults.add(field, `must have at most ${maxLength} characters`)
  else return value
  return ''
}

/** Counts characters, not UTF-16 halves, and only where they can be too many. */
function isLongerThan(text: string, maxLength: number): boolean {
  return text.length > maxLength && [...text].length > maxLength
}

function readAccountNumber(item: JsonObject, path: string, faults: FaultList): string {
  const field = `${path}.account_number`
  if (typeof item.account_number === 'number') {
    faults.add(field, 'must be a string of digits: a number loses its leading zeros')
    return ''
  }
  const text = readText(item, 'account_number', field, 34, faults)
  if (text === '' || /^\d+$/.test(text)) return text
  faults.add(field, 'must have digits only')
  return ''
}

function readAmount(item: JsonObject, path: string, limits: AmountLimits, faults: FaultList): bigint {
  const field = `${path}.amount`
  const { amount } = item
  if (amount === undefined || amount === null) faults.add(field, MISSING)
  else if (typeof amount !== 'string') faults.add(field, 'must be a string, like "10000.00"')
  else {
    const checked = checkAmount(amount, limits)
    if (typeof checked === 'bigint') return checked
    faults.add(field, checked)
  }
  return 0n
}

function readSenderInformation(item: JsonObject, path: string, faults: FaultList): JsonObject | undefined {
  const value = item.sender_information
  if (value === undefined || value === null) return undefined
  const errors = findSchemaErrors(SENDER_INFORMATION, value, `${path}.sender_information`)
  for (const { field, message } of errors) faults.add(field, message)
  return errors.length === 0 ? (value as JsonObject) : undefined
}
