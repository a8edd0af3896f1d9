import { expect, expectTypeOf, it, vi } from 'vitest'
import { type WebhookVerificationCode, WebhookVerificationError } from './webhook-verification-error.js'

it("is known across copies of the package, as a program may hold the ES module's and CommonJS's", async () => {
  vi.resetModules()
  const other = await import('./webhook-verification-error.js')
  expect(other.WebhookVerificationError).not.toBe(WebhookVerificationError)
  const error = new other.WebhookVerificationError('stale_timestamp', 'too old', 'X-TIMESTAMP')
  expect(error).toBeInstanceOf(WebhookVerificationError)
  expect(error).toBeInstanceOf(Error)
  expect(new Error('too old')).not.toBeInstanceOf(WebhookVerificationError)
  expect({ ...error }).toMatchObject({ name: 'WebhookVerificationError', code: 'stale_timestamp', field: 'X-TIMESTAMP' })
})

it('has a closed set of codes', () => {
  expectTypeOf<WebhookVerificationError['code']>().toEqualTypeOf<WebhookVerificationCode>()
  expectTypeOf<'nonsense'>().not.toExtend<WebhookVerificationCode>()
})
