import { createHash, sign } from 'node:crypto'
import { WebhookParser, WebhookVerificationError } from '@arus/dana/webhook/v1'
import { WidgetUtils } from '@arus/dana/widget/v1'
import { expect } from 'vitest'
import { requireGenuine } from '../genuine/genuine-dana-node.js'
import { fixWorld } from '../world/fixed-world.js'
import { privateKeyObject, publicPem } from '../world/recorded-keys.js'
import type { Proof } from './proof.js'

const PATH = '/v1.0/debit/notify'
const TIMESTAMP = '2026-01-15T10:04:05+07:00'
const NOTIFICATION = {
  originalPartnerReferenceNo: 'order-1',
  originalReferenceNo: '2026011511121280010016600000001',
  merchantId: '216620000000000000001',
  amount: { value: '10000.00', currency: 'IDR' },
  latestTransactionStatus: '00',
  createdTime: '2026-01-15T10:00:00+07:00',
  finishedTime: '2026-01-15T10:03:00+07:00'
}

export const NOTIFICATION_PROOFS = {
  'oauth-timestamp-without-milliseconds': {
    arus() {
      fixWorld({ tz: 'UTC', env: { X_PARTNER_ID: 'partner-1' } })
      const url = new URL(WidgetUtils.generateOauthUrl({ redirectUrl: 'https://r.example/' }))
      expect(url.searchParams.get('timestamp')).toBe('2026-01-15T10:04:05+07:00')
    }
  },
  'key-that-is-given': {
    arus() {
      for (const DANA_ENV of ['sandbox', '', 'production', 'local']) {
        fixWorld({ env: { DANA_ENV } })
        expect(parse(JSON.stringify(NOTIFICATION))).toEqual(NOTIFICATION)
        expect(() => parse(JSON.stringify(NOTIFICATION), { key: publicPem('other') })).toThrow('Signature verification failed.')
        expect(() => new WebhookParser()).toThrow('Either publicKey or publicKeyPath must be provided.')
      }
    }
  },
  'one-notification-text': {
    arus() {
      const minified = JSON.stringify({ ...NOTIFICATION, additionalInfo: { extendInfo: '{"a":"b"}' } })
      const pretty = JSON.stringify(JSON.parse(minified), null, 2)
      expect(parse(pretty, { signedText: minified })).toEqual(parse(minified))
      const mended = minified.replaceAll('\\"', '"')
      expect(() => parse(mended, { signedText: minified })).toThrow('Signature verification failed.')
      // A number keeps its spelling when white space goes.
      const spelt = '{"amount": 1.50}'
      expect(() => parse(spelt, { signedText: '{"amount":1.5}' })).toThrow('Signature verification failed.')
    }
  },
  'signed-but-no-notification': {
    arus() {
      for (const body of ['{}', '[]', 'null', JSON.stringify({ ...NOTIFICATION, amount: undefined })]) {
        const error = errorOf(() => parse(body))
        expect(error).toBeInstanceOf(WebhookVerificationError)
        expect(error).toMatchObject({ code: 'not_a_notification' })
      }
    },
    danaNode() {
      expect(parseByGenuine('{}')).toMatchObject({ originalPartnerReferenceNo: '', amount: { value: '0' } })
    }
  },
  'notification-that-is-no-json': {
    arus() {
      const error = errorOf(() => parse('secret words'))
      expect(error).toMatchObject({ code: 'malformed_body', message: 'Failed to process request body: it is not JSON.' })
    },
    danaNode() {
      expect(errorOf(() => parseByGenuine('secret words')).message).toMatch(/^Failed to process request body: .*secret/)
    }
  },
  'header-names-in-any-case': {
    arus() {
      const body = JSON.stringify(NOTIFICATION)
      const headers = { 'x-SIGNATURE': signatureOf(body), 'X-timestamp': TIMESTAMP }
      for (const given of [headers, new Headers(headers), { 'x-signature': [signatureOf(body)], 'x-timestamp': TIMESTAMP }]) {
        expect(new WebhookParser(publicPem('gateway')).parseWebhook('POST', PATH, given, body)).toEqual(NOTIFICATION)
      }
    },
    danaNode() {
      const body = JSON.stringify(NOTIFICATION)
      const headers = { 'x-SIGNATURE': signatureOf(body), 'X-timestamp': TIMESTAMP }
      expect(errorOf(() => parseByGenuine(body, headers)).message).toBe('Missing X-SIGNATURE or X-TIMESTAMP header.')
    }
  }
} satisfies Record<string, Proof>

/** Parses a body that DANA's key signed, or whatever text it is said to have signed. */
function parse(body: string, { signedText = body, key = publicPem('gateway') } = {}): object {
  const headers = { 'X-SIGNATURE': signatureOf(signedText), 'X-TIMESTAMP': TIMESTAMP }
  return new WebhookParser(key).parseWebhook('POST', PATH, headers, body)
}

function parseByGenuine(body: string, headers: object = { 'X-SIGNATURE': signatureOf(body), 'X-TIMESTAMP': TIMESTAMP }): object {
  const { WebhookParser: Genuine } = requireGenuine('/webhook/v1') as unknown as { WebhookParser: typeof WebhookParser }
  return new Genuine(publicPem('gateway')).parseWebhook('POST', PATH, headers as Record<string, string>, body)
}

function signatureOf(body: string): string {
  const hash = createHash('sha256').update(body).digest('hex')
  return sign('sha256', Buffer.from(`POST:${PATH}:${hash}:${TIMESTAMP}`), privateKeyObject('gateway')).toString('base64')
}

function errorOf(run: () => unknown): Error {
  try {
    run()
  } catch (error) {
    return error as Error
  }
  throw new Error('it was accepted')
}
