import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ApiError } from '../errors/api-error.js'
import { requestSchemas } from '../generated/request-schemas.js'
import { findSchemaErrors } from '../http/find-schema-errors.js'
import { checkSubmission } from './check-submission.js'

const limits = { maxItems: 3, minAmountSen: 10_000_00n, maxAmountSen: 1_000_000_000_00n }
const item = { account_owner_name: 'Siti', bank_code: 'bca', amount: '10000', account_number: '0071234568' }

function refusalOf(body: unknown, ownLimits = limits): ApiError | undefined {
  try {
    checkSubmission(body, ownLimits)
    return undefined
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
}
const faultsOf = (body: unknown) => (refusalOf(body)?.fieldErrors ?? []).map(({ field, message }) => `${field} ${message}`)

describe('checkSubmission', () => {
  it('gives a batch in our own words, with what was left out or null empty', () => {
    expect(
      checkSubmission(
        { name: 'June', items: [{ ...item, notes: null, phone_number: '0812', sender_information: { name: 'PT Contoh' } }] },
        limits
      )
    ).toEqual({
      name: 'June',
      description: '',
      items: [
        {
          accountOwnerName: 'Siti',
          bankCode: 'bca',
          accountNumber: '0071234568',
          amountSen: 10_000_00n,
          emailRecipient: '',
          phoneNumber: '0812',
          notes: '',
          senderInformation: { name: 'PT Contoh' }
        }
      ]
    })
  })

  it('passes over fields that it does not know', () => {
    expect(refusalOf({ items: [{ ...item, foo: 1 }], bar: {} })).toBeUndefined()
  })

  it.each(['idempotency_key', 'x_idempotency_key'])('refuses %s in the body, where it would protect nothing', (field) => {
    const fault = `${field} is a header, not a field of the body: without it a retry would pay twice`
    expect(faultsOf({ items: [item], [field]: 'june' })).toEqual([fault])
    expect(faultsOf({ items: [item], [field]: 7 })).toEqual([fault])
    expect(faultsOf({ items: [item], [field]: null })).toEqual([])
  })

  it.each([
    ['no body', undefined, ['body is required']],
    ['null', null, ['body must be a JSON object']],
    ['a list', [item], ['body must be a JSON object']],
    ['a number', 7, ['body must be a JSON object']],
    ['no items', {}, ['items is required']],
    ['items that are no list', { items: item }, ['items must be a list']],
    ['an empty list of items', { items: [] }, ['items must have at least one item']],
    ['one item over the limit', { items: [item, item, item, item] }, ['items has 4 items; a batch may have at most 3']],
    ['an item that is no object', { items: ['x', null] }, ['items[0] must be an object', 'items[1] must be an object']],
    ['a name that is a number', { name: 7, items: [item] }, ['name must be a string']],
    ['a name that is too long', { name: 'x'.repeat(256), items: [item] }, ['name must have at most 255 characters']],
    [
      'an item with nothing in it',
      { items: [{}] },
      [
        'items[0].account_owner_name is required',
        'items[0].bank_code is required',
        'items[0].account_number is required',
        'items[0].amount is required'
      ]
    ],
    ['an owner of spaces', { items: [{ ...item, account_owner_name: '  ' }] }, ['items[0].account_owner_name must not be empty']],
    ['an amount as a number', { items: [{ ...item, amount: 10000 }] }, ['items[0].amount must be a string, like "10000.00"']],
    [
      'an amount with separators',
      { items: [item, { ...item, amount: '10,000' }] },
      ['items[1].amount must be written without separators, like "10000.00"']
    ],
    [
      'an account number as a number',
      { items: [{ ...item, account_number: 71234568 }] },
      ['items[0].account_number must be a string of digits: a number loses its leading zeros']
    ],
    [
      'an account number with letters',
      { items: [{ ...item, account_number: '12A4' }] },
      ['items[0].account_number must have digits only']
    ],
    ['notes that are an object', { items: [{ ...item, notes: {} }] }, ['items[0].notes must be a string']],
    [
      'sender information with faults inside',
      { items: [{ ...item, sender_information: { country: 'Indonesia', date_of_birth: '1 May' } }] },
      [
        'items[0].sender_information.country must be two capital letters',
        'items[0].sender_information.date_of_birth must be a date like 1990-04-21'
      ]
    ],
    [
      'sender information that is a string',
      { items: [{ ...item, sender_information: 'me' }] },
      ['items[0].sender_information must be an object']
    ]
  ])('names the fields at fault of %s', (_, body, faults) => {
    expect(faultsOf(body)).toEqual(faults)
  })

  it('lists a hundred faults and counts the others', () => {
    const refusal = refusalOf(
      { items: Array.from({ length: 150 }, () => ({ ...item, amount: '0' })) },
      { ...limits, maxItems: 1000 }
    )
    expect(refusal?.fieldErrors).toHaveLength(101)
    expect(refusal?.fieldErrors[100]?.message).toBe('and 50 more')
    expect(refusal?.message).toBe('invalid fields: items[0].amount must be more than zero (and 149 more)')
  })

  it('refuses amounts that add up to more than the ledger could keep', () => {
    const items = Array.from({ length: 20 }, () => ({ ...item, amount: '99999999999999' }))
    const refusal = refusalOf({ items }, { maxItems: 1000, minAmountSen: 1n, maxAmountSen: 10n ** 18n })
    expect(refusal?.message).toBe('invalid fields: items has amounts that add up to more than a batch can hold')
  })

  it('accepts what the specification accepts, and refuses what it refuses', () => {
    const anything = fc.oneof(
      fc.string({ maxLength: 3 }),
      fc.integer(),
      fc.boolean(),
      fc.constant({}),
      fc.constant([]),
      fc.constantFrom('x'.repeat(35), 'x'.repeat(501))
    )
    const field = (good: string) => fc.oneof({ weight: 6, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: anything })
    const items = fc.record(
      {
        account_owner_name: field('Siti'),
        bank_code: field('bca'),
        amount: field('10000.50'),
        account_number: field('0071'),
        email_recipient: field('a@b.example'),
        phone_number: field('0812'),
        notes: field('salary'),
        sender_information: fc.oneof(fc.constant({ name: 'Siti', job: 'others' }), fc.constant({ job: 'x' }), anything)
      },
      { requiredKeys: [] }
    )
    const bodies = fc.record(
      { name: field('June'), description: field('x'), items: fc.array(items, { maxLength: 2 }) },
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(bodies, (body) => {
        const ours = refusalOf(body)?.fieldErrors ?? []
        const theirs = findSchemaErrors(requestSchemas.submitDisbursement.body, body).map((fault) => fault.field)
        expect(ours.map((fault) => fault.field)).toEqual(expect.arrayContaining(theirs))
        // What the specification leaves to settings and to sense: limits of amounts, names of nothing but spaces.
        const beyond = ours.filter(
          ({ field, message }) => !theirs.includes(field) && !/least amount|more than zero|not be empty/.test(message)
        )
        expect(beyond).toEqual([])
      }),
      { numRuns: 500 }
    )
  })
})
