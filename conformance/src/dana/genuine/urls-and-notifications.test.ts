import { createHash, sign } from 'node:crypto'
import { WebhookParser } from '@arus/dana/webhook/v1'
import { WidgetUtils } from '@arus/dana/widget/v1'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixWorld, releaseWorld } from '../world/fixed-world.js'
import { privateKeyObject, privatePem, publicPem } from '../world/recorded-keys.js'
import { anyValue } from './arbitrary-value.js'
import { outcomeOf } from './compare-runtimes.js'
import { requireGenuine } from './genuine-dana-node.js'
import { SCHEMAS } from './read-specification.js'

const key = privatePem('merchant')

beforeEach(() => fixWorld({ env: { X_PARTNER_ID: 'partner-1' } }))
afterEach(releaseWorld)

describe('URLs and notifications', () => {
  it('makes the same OAuth URL in the sandbox, save for the milliseconds of its timestamp', () => {
    const { WidgetUtils: Genuine } = requireGenuine('/widget/v1') as unknown as { WidgetUtils: typeof WidgetUtils }
    fc.assert(
      fc.property(
        anyValue(SCHEMAS.Oauth2UrlData!, { valid: true, keys: 'typescript', nulls: false }),
        fc.constantFrom(key, undefined),
        (data, key) => {
          const ours = outcomeOf(() => WidgetUtils.generateOauthUrl(data as never, key))
          expect(ours).toEqual(outcomeOf(() => withoutMilliseconds(Genuine.generateOauthUrl(data as never, key))))
        }
      ),
      { numRuns: 200 }
    )
  })

  it('reads any signed notification alike', () => {
    const { WebhookParser: Genuine } = requireGenuine('/webhook/v1') as unknown as { WebhookParser: typeof WebhookParser }
    fc.assert(
      fc.property(anyValue(SCHEMAS.FinishNotifyRequest!, { valid: true, keys: 'wire', nulls: true }), (notification) => {
        const body = JSON.stringify(notification)
        fc.pre(!isMendedByTheirs(body))
        expect(parseSigned(WebhookParser, body)).toEqual(parseSigned(Genuine, body))
      }),
      { numRuns: 100 }
    )
  })

  it('reads what theirs refuses, because it mends quotes that are right as they are', () => {
    const { WebhookParser: Genuine } = requireGenuine('/webhook/v1') as unknown as { WebhookParser: typeof WebhookParser }
    const mandatory = { originalPartnerReferenceNo: 'order-1', originalReferenceNo: '0', merchantId: 'merchant-1' }
    const amount = { value: '10000.00', currency: 'IDR' }
    const times = { createdTime: '2026-01-15T10:04:05+07:00', finishedTime: '2026-01-15T10:04:05+07:00' }
    const notification = { ...mandatory, amount, latestTransactionStatus: '00', ...times }
    const body = JSON.stringify({ ...notification, unknownField: { a: '{', '}': false } })
    expect(isMendedByTheirs(body)).toBe(true)
    expect(() => parseSigned(Genuine, body)).toThrow('Signature verification failed.')
    expect(parseSigned(WebhookParser, body)).toMatchObject(mandatory)
  })
})

/** What the parser makes of a notification that DANA signed as it stands. */
function parseSigned(Parser: typeof WebhookParser, body: string): unknown {
  const [path, timestamp] = ['/v1.0/debit/notify', '2026-01-15T10:04:05+07:00']
  const hash = createHash('sha256').update(body).digest('hex')
  const text = `POST:${path}:${hash}:${timestamp}`
  const signature = sign('sha256', Buffer.from(text), privateKeyObject('gateway')).toString('base64')
  const headers = { 'X-SIGNATURE': signature, 'X-TIMESTAMP': timestamp }
  return new Parser(publicPem('gateway')).parseWebhook('POST', path, headers, body)
}

/** Theirs takes this for JSON in a text whose quotes have lost their backslashes, and puts some in, before it verifies. */
function isMendedByTheirs(body: string): boolean {
  const texts = [...body.matchAll(/"\w+":"(\{[^}]*\})"/g)].map(([, text]) => text!)
  return texts.some((text) => text.includes('"') && !text.includes('\\"'))
}

function withoutMilliseconds(url: string): string {
  return url.replace('timestamp=2026-01-15T10%3A04%3A05.678%2B', 'timestamp=2026-01-15T10%3A04%3A05%2B')
}
