import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { InvalidArgumentError, WebhookVerificationError } from '../errors.js'
import type { EventType, WebhookEvent } from '../generated/models.js'
import { signDisbursement } from '../signatures/sign-disbursement.js'
import { RECORDED_API_KEY, RECORDED_WEBHOOKS } from '../testing/recorded-webhooks.js'
import { verificationErrorOf } from '../testing/verification-error-of.js'
import { EVENT_FIELDS } from './event-fields.js'
import { generateTestWebhook } from './generate-test-webhook.js'
import { verifyWebhook } from './verify-webhook.js'

const EVENT_TYPES = Object.keys(EVENT_FIELDS) as EventType[]
const apiKeys = ['dp_test_local']

/** The body of a correctly signed event, changed by hand. */
function bodyWith(
  event: EventType,
  change: (body: { event: unknown; data: Record<string, unknown>; retry_count: unknown }) => void
): string {
  const body = JSON.parse(generateTestWebhook({ event, apiKey: apiKeys[0]! }).body)
  change(body)
  return JSON.stringify(body)
}

describe('a webhook that is what it says', () => {
  it.each(Object.entries(RECORDED_WEBHOOKS))('is given as a typed event: %s, with the fields of the guide', (_name, recorded) => {
    const event = verifyWebhook(JSON.stringify(recorded), { apiKeys: [RECORDED_API_KEY] })
    expect(event).toEqual(recorded)
  })

  it.each(EVENT_TYPES)('is given for %s, from text and from bytes', (type) => {
    const { body, event } = generateTestWebhook({ event: type, apiKey: apiKeys[0]! })
    expect(verifyWebhook(body, { apiKeys })).toEqual(event)
    expect(verifyWebhook(Buffer.from(body), { apiKeys })).toEqual(event)
    expect(verifyWebhook(new TextEncoder().encode(body), { apiKeys })).toEqual(event)
  })

  it('is told apart by its event', () => {
    const event: WebhookEvent = verifyWebhook(
      generateTestWebhook({ event: 'disbursement.completed', apiKey: apiKeys[0]! }).body,
      { apiKeys }
    )
    if (event.event !== 'disbursement.completed') throw new Error('another event')
    expectTypeOf(event.data.status).toEqualTypeOf<'success' | 'partially_success' | 'failed'>()
    expectTypeOf(event.data.success_item_count).toBeNumber()
    // @ts-expect-error: only validation_completed has it
    expect(event.data.valid_disbursements).toBeUndefined()
  })

  it('may spell validation_completed as the headings of the guide do', () => {
    const body = bodyWith('disbursement.validation_completed', (event) => {
      event.event = 'disbursement.validation.completed'
    })
    expect(verifyWebhook(body, { apiKeys }).event).toBe('disbursement.validation_completed')
  })

  it('may be signed with any of the keys', () => {
    const { body } = generateTestWebhook({ event: 'disbursement.completed', apiKey: 'dp_test_new' })
    expect(verifyWebhook(body, { apiKeys: ['dp_test_old', 'dp_test_new'] }).event).toBe('disbursement.completed')
  })

  it('may write its amount with fewer decimals than were signed', () => {
    const body = bodyWith('disbursement.completed', ({ data }) => {
      data.total_amount = '150000'
    })
    expect(verifyWebhook(body, { apiKeys }).event).toBe('disbursement.completed')
  })
})

describe('a webhook that is not', () => {
  it('is refused when the amount was changed', async () => {
    for (const [event, field] of [
      ['disbursement.completed', 'total_amount'],
      ['disbursement.validation_completed', 'amount']
    ] as const) {
      const body = bodyWith(event, ({ data }) => {
        data[field] = '150000.01'
      })
      expect(await verificationErrorOf(() => verifyWebhook(body, { apiKeys }))).toMatchObject({
        code: 'wrong_signature',
        field: 'data.signature'
      })
    }
  })

  it('is refused when another key signed', async () => {
    const { body } = generateTestWebhook({ event: 'disbursement.completed', apiKey: 'dp_test_other' })
    expect((await verificationErrorOf(() => verifyWebhook(body, { apiKeys }))).code).toBe('wrong_signature')
  })

  it('is refused when the signature is upper case, cut short or longer', async () => {
    const signature = signDisbursement({ id: 'dis_Te5tBatch00001', amount: '150000.00', apiKey: apiKeys[0]! })
    for (const wrong of [signature.toUpperCase(), signature.slice(0, 32), `${signature}00`, '']) {
      const body = bodyWith('disbursement.completed', ({ data }) => {
        data.signature = wrong
      })
      expect((await verificationErrorOf(() => verifyWebhook(body, { apiKeys }))).code).toBe('wrong_signature')
    }
  })

  it.each(EVENT_TYPES)('is refused when any field of %s is missing, null or of another type', async (type) => {
    for (const name of Object.keys(EVENT_FIELDS[type])) {
      for (const value of [undefined, null]) {
        const body = bodyWith(type, ({ data }) => {
          data[name] = value
        })
        const error = await verificationErrorOf(() => verifyWebhook(body, { apiKeys }))
        expect(error).toMatchObject({ code: 'missing_field', field: `data.${name}` })
      }
      const body = bodyWith(type, ({ data }) => {
        data[name] = { unexpected: true }
      })
      expect(await verificationErrorOf(() => verifyWebhook(body, { apiKeys }))).toMatchObject({
        code: 'invalid_field',
        field: `data.${name}`
      })
    }
  })

  it('is refused when its envelope is incomplete', async () => {
    const withoutData = bodyWith('disbursement.completed', (body) => {
      Reflect.deleteProperty(body, 'data')
    })
    const withoutEvent = bodyWith('disbursement.completed', (body) => {
      body.event = undefined
    })
    const withText = bodyWith('disbursement.completed', (body) => {
      body.retry_count = '0'
    })
    expect(await verificationErrorOf(() => verifyWebhook(withoutData, { apiKeys }))).toMatchObject({
      code: 'missing_field',
      field: 'data'
    })
    expect(await verificationErrorOf(() => verifyWebhook(withoutEvent, { apiKeys }))).toMatchObject({
      code: 'missing_field',
      field: 'event'
    })
    expect(await verificationErrorOf(() => verifyWebhook(withText, { apiKeys }))).toMatchObject({
      code: 'invalid_field',
      field: 'retry_count'
    })
  })

  it('is refused when the event is unknown, also when its name is that of something every object has', async () => {
    for (const event of ['disbursement.exploded', 'constructor', '__proto__', 'toString']) {
      const body = bodyWith('disbursement.completed', (one) => {
        one.event = event
      })
      expect((await verificationErrorOf(() => verifyWebhook(body, { apiKeys }))).code).toBe('unknown_event')
    }
  })

  it('is refused when it is not a JSON object in UTF-8', async () => {
    for (const body of ['', '{', 'null', '[]', '"x"', '7', Buffer.from([0xff, 0xfe])]) {
      expect((await verificationErrorOf(() => verifyWebhook(body, { apiKeys }))).code).toBe('unparsable_body')
    }
  })

  it('is refused when a part holds the separator, which would let it be read in two ways', async () => {
    const body = bodyWith('account_validation.completed', ({ data }) => {
      data.account_number = '0071234568|bca'
      data.bank_code = 'bca'
    })
    expect(await verificationErrorOf(() => verifyWebhook(body, { apiKeys }))).toMatchObject({
      code: 'invalid_field',
      field: 'data.account_number'
    })
  })

  it('is refused when a test key signed what says it is live', async () => {
    const { body } = generateTestWebhook({ event: 'disbursement.completed', apiKey: 'dp_test_local', data: { is_live: true } })
    const both = { apiKeys: ['dp_live_local', 'dp_test_local'] }
    expect(await verificationErrorOf(() => verifyWebhook(body, both))).toMatchObject({
      code: 'wrong_mode',
      field: 'data.is_live'
    })
  })

  it('is an error of the caller when no key is given, or the body was parsed before', () => {
    const { body, event } = generateTestWebhook({ event: 'disbursement.completed', apiKey: apiKeys[0]! })
    expect(() => verifyWebhook(body, { apiKeys: [] })).toThrow(InvalidArgumentError)
    expect(() => verifyWebhook(body, { apiKeys: [''] })).toThrow(InvalidArgumentError)
    expect(() => verifyWebhook(event as unknown as string, { apiKeys })).toThrow(InvalidArgumentError)
  })
})

describe('any change of what is signed', () => {
  const SIGNED = {
    'disbursement.validation_completed': ['id', 'amount', 'signature'],
    'disbursement.completed': ['id', 'total_amount', 'signature'],
    'account_validation.completed': ['account_number', 'bank_code', 'status', 'signature'],
    'disbursement.approval_blocked': ['id', 'total_amount', 'signature'],
    'disbursement.settling': ['id', 'total_amount', 'signature'],
    'disbursement.item_corrected': ['id', 'total_amount', 'signature'],
    'disbursement.case_opened': ['id', 'amount', 'signature']
  } as const satisfies Record<EventType, readonly string[]>
  const place = fc
    .constantFrom(...EVENT_TYPES)
    .chain((type) => fc.record({ type: fc.constant(type), field: fc.constantFrom<string>(...SIGNED[type]) }))

  it('of one byte, to any other value, is refused', () => {
    fc.assert(
      fc.property(place, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ type, field }, position, flip) => {
        const { body, event } = generateTestWebhook({ event: type, apiKey: apiKeys[0]! })
        const value = (event.data as unknown as Record<string, string>)[field]!
        const bytes = Buffer.from(body)
        const start = bytes.indexOf(`"${field}":"${value}"`) + field.length + 4
        bytes[start + (position % value.length)]! ^= flip
        expect(() => verifyWebhook(bytes, { apiKeys })).toThrow(WebhookVerificationError)
      }),
      { numRuns: 2000 }
    )
  })

  it('to any other text is refused', () => {
    fc.assert(
      fc.property(place, fc.string({ unit: 'binary' }), ({ type, field }, text) => {
        const body = bodyWith(type, ({ data }) => {
          fc.pre(data[field] !== text)
          data[field] = text
        })
        expect(() => verifyWebhook(body, { apiKeys })).toThrow(WebhookVerificationError)
      })
    )
  })

  it('never lets a text in that is not JSON of an event, and never throws anything else', () => {
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((data) => `{"event":"disbursement.completed","retry_count":0,"data":${data}}`)
    )
    fc.assert(
      fc.property(body, (text) => {
        expect(() => verifyWebhook(text, { apiKeys })).toThrow(WebhookVerificationError)
      })
    )
  })
})
