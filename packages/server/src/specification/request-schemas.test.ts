import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HTTP_STATUS } from '../errors/api-error.js'
import { EVENT_TYPES } from '../events/event-types.js'
import { openApiDocument } from '../generated/openapi-document.js'
import { type JsonSchema, operations, requestSchemas, responseSchemas, webhookSchemas } from '../generated/request-schemas.js'
import { parseAmount } from '../money/parse-amount.js'

const ajv = new Ajv2020({ strict: true, strictTypes: true, allErrors: true })
const compile = (schema: JsonSchema) => ajv.compile(schema)

const item = { account_owner_name: 'Siti Rahmawati', bank_code: 'bca', amount: '10000', account_number: '0071234568' }
const submit = compile(requestSchemas.submitDisbursement.body)
const submitsItem = (change: object) => submit({ items: [{ ...item, ...change }] })

describe('the schemas that are made from the specification', () => {
  it('compile in strict mode, each of them', () => {
    const requests = Object.values(requestSchemas).flatMap((parts) => Object.values(parts) as JsonSchema[])
    const answers = Object.values(responseSchemas).flatMap((byStatus) => Object.values(byStatus))
    for (const schema of [...requests, ...answers, ...Object.values(webhookSchemas)]) expect(() => compile(schema)).not.toThrow()
    expect(Object.keys(responseSchemas)).toEqual(Object.keys(operations))
  })

  it('know the error codes and the events that the server knows, and no others', () => {
    const schemas = (openApiDocument.components as { schemas: Record<string, { enum: string[] }> }).schemas
    expect(schemas.ErrorCode?.enum).toEqual(Object.keys(HTTP_STATUS))
    expect(schemas.EventType?.enum).toEqual(EVENT_TYPES)
    expect(Object.keys(webhookSchemas)).toEqual(EVENT_TYPES)
  })

  it('document every status that an error code has', () => {
    const documented = new Set(Object.values(responseSchemas).flatMap((byStatus) => Object.keys(byStatus).map(Number)))
    for (const status of Object.values(HTTP_STATUS)) expect(documented).toContain(status)
  })
})

describe('the schema of a submit', () => {
  it('takes the least and the most that an item can say', () => {
    expect(submit({ items: [item] })).toBe(true)
    expect(
      submit({
        name: '',
        description: '',
        items: [{ ...item, email_recipient: '', phone_number: '', notes: '', sender_information: {} }]
      })
    ).toBe(true)
  })

  it.each([undefined, null, [], {}, { items: [] }, { items: {} }, { items: [null] }, { items: [item], name: 5 }])(
    'refuses the body %j',
    (body) => {
      expect(submit(body)).toBe(false)
    }
  )

  it.each(['-1', '1.234', '1e5', '10,000', '', ' 1', '+1', '.5', '1.', '0x10', '1_000', '1234567890123456', 10000])(
    'refuses the amount %j',
    (amount) => {
      expect(submitsItem({ amount })).toBe(false)
    }
  )

  it('takes an amount exactly when the server can read it', () => {
    const almostAmount = fc.oneof(fc.stringMatching(/^-?\d{0,16}[.,]?\d{0,3}$/), fc.string())
    fc.assert(
      fc.property(almostAmount, (amount) => {
        expect(submitsItem({ amount })).toBe(parseAmount(amount) !== undefined)
      })
    )
  })

  it.each(['12a4', '', '12 34', '+62812', '१२३', '1'.repeat(35), 71234568])('refuses the account number %j', (account_number) => {
    expect(submitsItem({ account_number })).toBe(false)
  })

  it('refuses text that PostgreSQL does not take: NUL and unpaired surrogates', () => {
    for (const bad of ['\u0000', '\ud800', 'a\udc00b']) {
      for (const field of ['account_owner_name', 'bank_code', 'email_recipient', 'phone_number', 'notes'])
        expect(submitsItem({ [field]: bad })).toBe(false)
      expect(submitsItem({ sender_information: { anything: bad } })).toBe(false)
      expect(submitsItem({ sender_information: { [bad]: 'x' } })).toBe(false)
      expect(submitsItem({ sender_information: { sender_account: { note: bad } } })).toBe(false)
    }
    expect(submitsItem({ account_owner_name: 'Siti 🙂' })).toBe(true)
  })

  it('ignores fields that it does not know', () => {
    expect(submitsItem({ colour: 'blue' })).toBe(true)
  })
})

describe('other requests', () => {
  it('ask for a batch by its id or its key, where an empty one counts as left out', () => {
    const check = compile(requestSchemas.getDisbursementByKey.body)
    for (const body of [
      { disbursement_batch_id: 'dis_1' },
      { idempotency_key: 'july' },
      { disbursement_batch_id: '', idempotency_key: 'july' }
    ])
      expect(check(body)).toBe(true)
    for (const body of [
      {},
      { disbursement_batch_id: '' },
      { disbursement_batch_id: '', idempotency_key: '' },
      { idempotency_key: 7 }
    ])
      expect(check(body)).toBe(false)
  })

  it('take the booleans that clients in use send, and no other words', () => {
    const check = compile(requestSchemas.submitDisbursement.query)
    for (const word of ['true', 'False', 'TRUE', '1', '0', ''])
      expect(check({ force_disburse: word, skip_validation: word })).toBe(true)
    for (const word of ['yes', 'truefalse', '2', ' ']) expect(check({ force_disburse: word })).toBe(false)
  })

  it('name a webhook endpoint by an http or https address, for all events or some', () => {
    const check = compile(requestSchemas.createWebhookEndpoint.body)
    expect(check({ url: 'https://toko.example/hook' })).toBe(true)
    expect(check({ url: 'HTTP://127.0.0.1:9000/', events: null })).toBe(true)
    expect(check({ url: 'https://toko.example/', events: ['disbursement.completed'] })).toBe(true)
    for (const url of ['ftp://toko.example/', 'toko.example', '', 'https://']) expect(check({ url })).toBe(false)
    for (const events of [[], ['nothing']]) expect(check({ url: 'https://toko.example/', events })).toBe(false)
  })
})

describe('the schemas of answers', () => {
  const refusal = {
    error: 'disbursement not found',
    error_code: 'DPAY_NOT_FOUND',
    message: 'disbursement not found',
    request_id: 'dp_1'
  }

  it('refuse a field that the specification does not describe, a code it does not know, and a missing field', () => {
    const check = compile(responseSchemas.getDisbursement['404']!)
    expect(check(refusal)).toBe(true)
    expect(check({ ...refusal, stack: 'at …' })).toBe(false)
    expect(check({ ...refusal, error_code: 'GONE' })).toBe(false)
    expect(check({ error: 'disbursement not found', message: '', request_id: '' })).toBe(false)
  })

  it('tell the bodies of different events apart by their name', () => {
    const data = { account_number: '1', bank_code: 'bca', account_holder: '', status: 'valid', signature: 'a'.repeat(64) }
    const recorded = { id: 'evt_1', is_live: false, created_at: '2026-07-03T02:10:11Z', deliveries: [], data }
    const check = compile(responseSchemas.getEvent['200']!)
    expect(check({ data: { ...recorded, event: 'account_validation.completed' } })).toBe(true)
    expect(check({ data: { ...recorded, event: 'disbursement.completed' } })).toBe(false)
  })
})
