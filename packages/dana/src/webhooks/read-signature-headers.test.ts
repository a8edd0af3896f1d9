import { expect, it } from 'vitest'
import { webhookErrorOf } from '../testing/webhook-error-of.js'
import { readSignatureHeaders, type WebhookHeaders } from './read-signature-headers.js'

const record = { 'X-SIGNATURE': 'signature', 'X-TIMESTAMP': 'timestamp' }

it('asks what has a getter by the standard names', () => {
  const wanted = { signature: 'signature', timestamp: 'timestamp' }
  expect(readSignatureHeaders(new Headers(record))).toEqual(wanted)
  expect(readSignatureHeaders(new Map(Object.entries(record)) as unknown as WebhookHeaders)).toEqual(wanted)
})

it.each([5, {}, Symbol('x'), ['timestamp', 'other']])('takes from a getter only texts: %s', async (value) => {
  const headers = { get: (name: string) => (name === 'X-TIMESTAMP' ? value : 'signature') } as unknown as WebhookHeaders
  expect(await webhookErrorOf(() => readSignatureHeaders(headers))).toMatchObject({
    code: 'invalid_header',
    field: 'X-TIMESTAMP'
  })
})
