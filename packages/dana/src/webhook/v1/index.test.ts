import { expect, expectTypeOf, it } from 'vitest'
import { publicPem } from '../../testing/recorded-keys.js'
import entry, * as names from './index.js'

/** What dana-node's entry of this name exports at run time. */
const MODELS = [
  'FinishNotifyPaymentInfo',
  'FinishNotifyRequest',
  'FinishNotifyRequestAdditionalInfo',
  'FinishNotifyResponse',
  'Money',
  'PayOptionInfo',
  'ShopInfo'
]
const DANA_NODE = [
  'WebhookParser',
  'PayOptionInfoPayMethodEnum',
  'PayOptionInfoPayOptionEnum',
  ...MODELS.flatMap((model) => [
    `instanceOf${model}`,
    `${model}FromJSON`,
    `${model}FromJSONTyped`,
    `${model}ToJSON`,
    `${model}ToJSONTyped`,
    `validate${model}`
  ])
]

it("has all of dana-node's names, and those of its own", () => {
  const own = [
    'FinishNotifyResponse',
    'WebhookVerificationError',
    'createMemoryReplayStore',
    'createNotificationHandler',
    'notificationResponse',
    'verifyNotification'
  ]
  expect(
    Object.keys(names)
      .filter((name) => name !== 'default')
      .sort()
  ).toEqual([...DANA_NODE, ...own].sort())
})

it('has the same names on its default export', () => {
  const { default: _, ...named } = names
  expect({ ...entry }).toEqual(named)
  expect(new entry.WebhookParser(publicPem('gateway'))).toBeInstanceOf(names.WebhookParser)
})

it('types what a notification says', () => {
  expectTypeOf<names.PayOptionInfo['payMethod']>().toEqualTypeOf<names.PayOptionInfoPayMethodEnum>()
  expectTypeOf<ReturnType<names.WebhookParser['parseWebhook']>>().toEqualTypeOf<names.FinishNotifyRequest>()
  expectTypeOf<names.FinishNotifyRequest['amount']>().toEqualTypeOf<names.Money>()
  expectTypeOf<Record<string, string>>().toExtend<Parameters<names.WebhookParser['parseWebhook']>[2]>()
})
