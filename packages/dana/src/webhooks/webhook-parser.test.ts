import { createPublicKey, sign } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { KeyError, requestStringToSign } from '@arus/snap-bi'
import fc from 'fast-check'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { RequiredError } from '../errors/required-error.js'
import { privatePem, publicPem } from '../testing/recorded-keys.js'
import { readRecorded } from '../testing/recorded-vectors.js'
import { webhookErrorOf } from '../testing/webhook-error-of.js'
import { generateTestNotification } from './generate-test-notification.js'
import { WebhookParser } from './webhook-parser.js'
import type { WebhookVerificationError } from './webhook-verification-error.js'

type Vector = {
  id: string
  processEnv: Record<string, string>
  publicKey: string
  request: { method: string; path: string; headers: Record<string, string>; body: string }
  expect: { accepted: boolean; error?: string; value?: unknown }
}

const { vectors } = readRecorded<{ vectors: Vector[] }>('dana-webhooks')
const gateway = publicPem('gateway')
const privateKey = privatePem('gateway')

const KEY_FORMS: Record<string, string> = {
  'gateway public SPKI PEM': gateway,
  'gateway public SPKI bare base64': createPublicKey(gateway).export({ type: 'spki', format: 'der' }).toString('base64'),
  'gateway public SPKI with \\n escapes': gateway.replaceAll('\n', '\\n'),
  'BEGIN marker only': gateway.replace(/-----END[^\n]*/, '')
}

/** Where dana-node is not followed, and what is done instead. */
const DIFFERENCES: Record<string, { accepted: boolean; error?: string }> = {
  // It verifies by a key of DANA's own there, whatever key it was given.
  'sandbox-env/own-key-ignored-rejects': { accepted: true },
  'unset-env/own-key-ignored-rejects': { accepted: true },
  // It mends the text until something verifies, and then parses what came: two texts, of which one was signed.
  'escape/unescaped-nested-json-signed-over-escaped': { accepted: false, error: 'Signature verification failed.' },
  'escape/double-backslash-signed-over-single': { accepted: false, error: 'Signature verification failed.' }
}

const notification = (change: object = {}) => ({
  originalPartnerReferenceNo: 'order-1',
  originalReferenceNo: '2026011511121280010016600000001',
  merchantId: '216620000000000000001',
  amount: { value: '10000.00', currency: 'IDR' },
  latestTransactionStatus: '00',
  createdTime: '2026-01-15T10:00:00+07:00',
  finishedTime: '2026-01-15T10:03:00+07:00',
  ...change
})

/** Signs any text at all, as only DANA can. */
function signed(body: string, key = privateKey) {
  const timestamp = '2026-01-15T10:04:05+07:00'
  const text = requestStringToSign({ method: 'POST', path: '/v1.0/debit/notify', body, timestamp })
  return { 'X-SIGNATURE': sign('sha256', Buffer.from(text), key).toString('base64'), 'X-TIMESTAMP': timestamp }
}

const parse = (body: string, headers: object = signed(body), key = gateway) =>
  new WebhookParser(key).parseWebhook('POST', '/v1.0/debit/notify', headers as Record<string, string>, body)

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('the recorded notifications', () => {
  it.each(vectors)('$id', ({ id, processEnv, publicKey, request, expect: recorded }) => {
    for (const name of ['DANA_ENV', 'ENV']) vi.stubEnv(name, processEnv[name])
    const wanted = DIFFERENCES[id] ?? recorded
    const run = () =>
      new WebhookParser(KEY_FORMS[publicKey]!).parseWebhook(request.method, request.path, request.headers, request.body)
    if (!wanted.accepted) expect(run).toThrow(wanted.error)
    else expect(JSON.parse(JSON.stringify(run()))).toEqual(recorded.value ?? vectors[0]!.expect.value)
  })

  it('are all but four as dana-node has them', () => {
    expect(vectors).toHaveLength(25)
    expect(Object.keys(DIFFERENCES).filter((id) => !vectors.some((vector) => vector.id === id))).toEqual([])
  })
})

describe("the parser's key", () => {
  const folder = () => {
    const path = mkdtempSync(join(tmpdir(), 'arus-keys-'))
    onTestFinished(() => rmSync(path, { recursive: true }))
    return path
  }

  it('is read from the path, which comes before the text', () => {
    const path = join(folder(), 'dana.pem')
    writeFileSync(path, gateway)
    const { method, headers, body } = generateTestNotification({ privateKey })
    const parser = new WebhookParser(publicPem('other'), path)
    rmSync(path)
    // It was read when the parser was made.
    expect(parser.parseWebhook(method, '/v1.0/debit/notify', headers, body).merchantId).toBe('216620000000000000001')
    expect(() => new WebhookParser(gateway, path)).toThrow(/ENOENT/)
  })

  it('is the text where the path is empty, as an unset variable of a shell script is', () => {
    expect(parse(JSON.stringify(notification()), undefined, gateway).originalPartnerReferenceNo).toBe('order-1')
    expect(() => new WebhookParser(gateway, '')).not.toThrow()
  })

  it('must be given', () => {
    for (const make of [() => new WebhookParser(), () => new WebhookParser('', ''), () => new WebhookParser(undefined, '')]) {
      expect(make).toThrow(RequiredError)
      expect(make).toThrow('Either publicKey or publicKeyPath must be provided.')
    }
    expect(() => new WebhookParser('no key at all!')).toThrow(KeyError)
    expect(() => new WebhookParser(privateKey)).toThrow(KeyError)
  })

  it('is nowhere on the parser', () => {
    const parser = new WebhookParser(gateway)
    expect(Object.keys(parser)).toEqual([])
    expect(inspect(parser, { showHidden: true, depth: 9 })).not.toContain(gateway.split('\n')[1])
    expect(JSON.stringify(parser)).toBe('{}')
  })

  it("is not replaced by another party's", () => {
    const body = JSON.stringify(notification())
    expect(() => parse(body, signed(body, privatePem('other')))).toThrow('Signature verification failed.')
  })
})

describe('the headers', () => {
  const body = JSON.stringify(notification())
  const { 'X-SIGNATURE': signature, 'X-TIMESTAMP': timestamp } = signed(body)

  it.each<[string, IncomingHttpHeaders | Headers | Record<string, string | string[] | undefined>]>([
    ['any letter case', { 'x-SiGnAtUrE': signature, 'X-timestamp': timestamp }],
    ["Node's, with lists", { 'x-signature': [signature], 'x-timestamp': [timestamp], accept: undefined }],
    ["Fetch's", new Headers({ 'X-Signature': signature, 'X-Timestamp': timestamp })],
    ['twice the same', { 'X-SIGNATURE': signature, 'x-signature': signature, 'x-timestamp': [timestamp, timestamp] }],
    ['an absent one beside it', { 'X-SIGNATURE': undefined, 'x-signature': signature, 'x-timestamp': timestamp }]
  ])('may be %s', (_, headers) => {
    expect(parse(body, headers).originalPartnerReferenceNo).toBe('order-1')
  })

  it('may not contradict each other', async () => {
    const twice = { 'X-SIGNATURE': signature, 'x-signature': 'AAAA', 'X-TIMESTAMP': timestamp }
    expect(await webhookErrorOf(() => parse(body, twice))).toMatchObject({ code: 'invalid_header', field: 'X-SIGNATURE' })
    const list = { 'x-signature': signature, 'x-timestamp': [timestamp, '2026-01-15T10:04:06+07:00'] }
    expect(await webhookErrorOf(() => parse(body, list))).toMatchObject({ code: 'invalid_header', field: 'X-TIMESTAMP' })
  })

  it.each([
    ['X-SIGNATURE', { 'X-TIMESTAMP': timestamp }],
    ['X-SIGNATURE', { 'X-SIGNATURE': '', 'X-TIMESTAMP': timestamp }],
    ['X-TIMESTAMP', { 'X-SIGNATURE': signature }],
    ['X-SIGNATURE', { 'x-signature': [], 'x-timestamp': [] }],
    ['X-SIGNATURE', new Headers()],
    ['X-SIGNATURE', undefined]
  ])('without %s are refused', async (field, headers) => {
    const error = await webhookErrorOf(() =>
      new WebhookParser(gateway).parseWebhook('POST', '/v1.0/debit/notify', headers as Headers, body)
    )
    expect(error).toMatchObject({ code: 'missing_header', field, message: 'Missing X-SIGNATURE or X-TIMESTAMP header.' })
  })
})

describe('a signed body', () => {
  it.each<[string, unknown, string | undefined]>([
    ['an empty object', {}, 'originalPartnerReferenceNo'],
    ['a list', [notification()], 'originalPartnerReferenceNo'],
    ['a text', 'paid', undefined],
    ['null', null, undefined],
    ['no merchant', notification({ merchantId: undefined }), 'merchantId'],
    ['null for a time', notification({ finishedTime: null }), 'finishedTime'],
    ['a number for a status', notification({ latestTransactionStatus: 0 }), 'latestTransactionStatus'],
    ['no amount', notification({ amount: undefined }), 'amount'],
    ['an amount that is a text', notification({ amount: '10000.00' }), 'amount'],
    ['an amount that is a list', notification({ amount: ['10000.00'] }), 'amount.value'],
    ['an amount without a value', notification({ amount: { currency: 'IDR' } }), 'amount.value'],
    ['an amount with a number', notification({ amount: { value: 10000, currency: 'IDR' } }), 'amount.value'],
    ['an amount without a currency', notification({ amount: { value: '10000.00' } }), 'amount.currency'],
    ['a text for an object', notification({ additionalInfo: 'x' }), 'additionalInfo'],
    [
      'an object for a list',
      notification({ additionalInfo: { paymentInfo: { payOptionInfos: {} } } }),
      'additionalInfo.paymentInfo.payOptionInfos'
    ],
    [
      'null in a list of objects',
      notification({ additionalInfo: { paymentInfo: { payOptionInfos: [null] } } }),
      'additionalInfo.paymentInfo.payOptionInfos'
    ]
  ])('that is or has %s is no notification', async (_, json, field) => {
    const error = await webhookErrorOf(() => parse(JSON.stringify(json)))
    expect(error).toMatchObject({ code: 'not_a_notification', field })
    expect(error.message).toContain(field ?? 'body')
  })

  it('is refused with all fields at fault', async () => {
    const error = await webhookErrorOf(() => parse('{"merchantId":"m","amount":{}}'))
    expect(error.message).toBe(
      'The signed message is no finish-notify notification. Missing, or of the wrong type: originalPartnerReferenceNo, ' +
        'originalReferenceNo, amount.value, amount.currency, latestTransactionStatus, createdTime, finishedTime.'
    )
  })

  it('may hold optional texts of another type, or null for optional fields', () => {
    const value = parse(JSON.stringify(notification({ transactionStatusDesc: 7, subMerchantId: null, additionalInfo: null })))
    expect(value).toMatchObject({ transactionStatusDesc: 7 })
    expect(value).not.toHaveProperty('additionalInfo')
  })

  it('is refused when it is no JSON, and not quoted', async () => {
    const error = await webhookErrorOf(() => parse('secret=1'))
    expect(error).toMatchObject({ code: 'malformed_body', field: undefined })
    expect(error.message).toMatch(/^Failed to process request body: /)
    expect(error.message).not.toContain('secret')
  })

  it('must be given as text or bytes', async () => {
    const body = JSON.stringify(notification())
    expect(await webhookErrorOf(() => parse(JSON.parse(body), signed(body)))).toMatchObject({ code: 'body_already_parsed' })
    const value = new WebhookParser(gateway).parseWebhook('POST', '/v1.0/debit/notify', signed(body), Buffer.from(body))
    expect(value.merchantId).toBe('216620000000000000001')
  })

  it('with one key twice is read as it was signed', () => {
    const body = JSON.stringify(notification()).replace('{', '{"merchantId":"first",')
    expect(parse(body).merchantId).toBe('216620000000000000001')
  })

  it('brings no field by way of a prototype', async () => {
    const { merchantId, ...others } = notification()
    const body = JSON.stringify(others).replace('{', `{"__proto__":{"merchantId":"${merchantId}"},`)
    expect(await webhookErrorOf(() => parse(body))).toMatchObject({ code: 'not_a_notification', field: 'merchantId' })
  })
})

it('says exactly what was signed, whatever is in the fields', () => {
  const text = fc.string({ unit: 'grapheme' })
  const fields = fc.record({ originalPartnerReferenceNo: text, merchantId: text, transactionStatusDesc: text })
  fc.assert(
    fc.property(fields, fc.constantFrom(0, 2), (change, indent) => {
      const wanted = notification(change)
      const minified = JSON.stringify(wanted)
      // DANA signs the minified text; what is between may have indented it.
      expect(parse(JSON.stringify(wanted, null, indent), signed(minified))).toEqual(wanted)
    }),
    { numRuns: 50 }
  )
})

it('accepts nothing that was changed on the way, and throws one kind of error only', () => {
  const body = JSON.stringify(notification())
  const headers = signed(body)
  const parser = new WebhookParser(gateway)
  const attempt = (run: () => unknown) => {
    try {
      run()
      return 'accepted'
    } catch (error) {
      return (error as WebhookVerificationError).name
    }
  }
  const change = fc.record({ at: fc.nat(body.length - 1), text: fc.string({ unit: 'binary', minLength: 1 }) })
  fc.assert(
    fc.property(change, ({ at, text }) => {
      const changed = body.slice(0, at) + text + body.slice(at + text.length)
      // Whitespace after the end changes nothing that was signed.
      fc.pre(changed.trim() !== body)
      expect(attempt(() => parser.parseWebhook('POST', '/v1.0/debit/notify', headers, changed))).toBe('WebhookVerificationError')
    }),
    { numRuns: 200 }
  )
  const header = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string()), fc.constant(undefined))
  const anyHeaders = fc.dictionary(fc.constantFrom('X-SIGNATURE', 'x-timestamp', 'X-Timestamp', 'x-signature', 'get'), header)
  fc.assert(
    fc.property(fc.string(), fc.string(), anyHeaders, fc.string({ unit: 'binary' }), (method, path, some, text) => {
      const run = () => parser.parseWebhook(method, path, some as Record<string, string>, text)
      expect(attempt(run)).toBe('WebhookVerificationError')
    }),
    { numRuns: 300 }
  )
})
