import { createHmac } from 'node:crypto'
import { verifyWebhook, type WebhookEvent } from '@arus/durianpay'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { readExample, replaceParts } from './read-example.js'

const KEY = 'dp_live_ofTheExamples'

/** What the guide says is signed. */
const MESSAGES: Record<string, (data: Record<string, string>) => string> = {
  'disbursement-completed.json': (data) => `${data.id}|${data.total_amount}`,
  'validation-completed.json': (data) => `${data.id}|${data.amount}`,
  'account-validation-completed.json': (data) => `${data.account_number}|${data.bank_code}|${data.status}`
}

/** The example with nothing changed but its signature, a placeholder, in place of which comes the one of our key. */
function sign(example: string): string {
  const text = readExample(example)
  const { data } = JSON.parse(text)
  const signature = createHmac('sha256', KEY).update(MESSAGES[example]!(data)).digest('hex')
  return replaceParts(text, [[data.signature, signature]])
}

const verify = (body: string): WebhookEvent => verifyWebhook(body, { apiKeys: [KEY] })

describe("the guide's example webhooks", () => {
  it('disbursement.completed parses as a typed event', () => {
    const event = verify(sign('disbursement-completed.json'))
    if (event.event !== 'disbursement.completed') throw new Error(`it was taken for ${event.event}`)
    expectTypeOf(event.data.status).toEqualTypeOf<'success' | 'partially_success' | 'failed'>()
    expect(event.data.status).toBe('partially_success')
    expect(event.data.item_status.map(({ status }) => status)).toEqual(['invalid', 'invalid', 'done'])
    expect([event.data.success_item_amount, event.data.failed_item_amount]).toEqual(['100000.00', '200000.00'])
    expect([event.data.items_count, event.data.failed_item_count, event.retry_count]).toEqual([3, 2, 0])
  })

  it('disbursement.validation_completed parses as a typed event, spelled as in its sample or as in the headings', () => {
    const sample = sign('validation-completed.json')
    for (const body of [sample, sample.replace('validation_completed', 'validation.completed')]) {
      const event = verify(body)
      if (event.event !== 'disbursement.validation_completed') throw new Error(`it was taken for ${event.event}`)
      expectTypeOf(event.data.total_valid_items).toBeNumber()
      expect(event.data.valid_disbursements.map(({ account_number }) => account_number)).toEqual(['0845210387'])
      expect(event.data.invalid_disbursements[0]!.invalid_fields.map(({ key }) => key)).toEqual(['bank_code', 'account_number'])
      expect(event.data.amount).toBe('210000.00')
    }
  })

  it('account_validation.completed parses as a typed event', () => {
    const event = verify(sign('account-validation-completed.json'))
    if (event.event !== 'account_validation.completed') throw new Error(`it was taken for ${event.event}`)
    expectTypeOf(event.data.status).toEqualTypeOf<'valid' | 'invalid'>()
    expect(event.data).toMatchObject({
      account_holder: 'Dummy Name',
      account_number: '8888105',
      bank_code: 'bca',
      status: 'valid'
    })
  })

  it.each(Object.keys(MESSAGES))('%s is refused with the placeholder that the guide prints as its signature', (example) => {
    expect(() => verify(readExample(example))).toThrow(expect.objectContaining({ code: 'wrong_signature' }))
  })
})
