import { sign } from 'node:crypto'
import { privateKeyObject } from '../world/recorded-keys.js'
import { readVectors, type Vector } from './read-vectors.js'

/**
 * What Arus does where a vector is in the table of differences: made from what was recorded, so that everything which is not
 * named here has to be as it was.
 */
export const INSTEAD: Record<string, (recorded: never) => unknown> = {
  'dana-requests/cancelOrder/tz-utc-gives-Z-timestamp': inJakartaTime,
  'dana-oauth/api/sandbox-default': withoutMilliseconds,
  'dana-oauth/api/production': withoutMilliseconds,
  'dana-oauth/api/production-uppercase': withoutMilliseconds,
  'dana-oauth/api/all-optional': withoutMilliseconds,
  'dana-oauth/api/seamless-with-env-key': withoutMilliseconds,
  'dana-oauth/api/seamless-with-argument-key': withoutMilliseconds,
  'dana-oauth/api/seamless-without-key-unsigned': withoutMilliseconds,
  'dana-oauth/api/generated-state-and-external-id': withoutMilliseconds,
  'dana-oauth/api/no-merchantId': withoutMilliseconds,
  'dana-oauth/api/tz-utc': withoutMilliseconds,
  'dana-responses/error-504-html-throws-TypeError': () => ({
    error: {
      name: 'ResponseError',
      message: '[DANA SDK Error] 504 Gateway Timeout',
      rawResponse: '<html>504</html>',
      status: 504,
      errorCode: null,
      errorMessage: 'Gateway Timeout'
    }
  }),
  'dana-validation/missing-additionalInfo-typeerror': () => missing('additionalInfo'),
  'dana-validation/missing-accessToken-typeerror': () => missing('additionalInfo.accessToken'),
  // The form does not matter: the same key gives the same signature.
  'dana-signing/key-form/pkcs1-bare-base64': () => findExpected('dana-signing', 'key-form/pkcs8-pem'),
  'dana-signing/key-form/pkcs8-single-line-with-markers': () => findExpected('dana-signing', 'key-form/pkcs8-pem'),
  'dana-webhooks/sandbox-env/own-key-ignored-rejects': () => findExpected('dana-webhooks', 'valid/minified'),
  'dana-webhooks/unset-env/own-key-ignored-rejects': () => findExpected('dana-webhooks', 'valid/minified'),
  'dana-webhooks/escape/unescaped-nested-json-signed-over-escaped': notVerified,
  'dana-webhooks/escape/double-backslash-signed-over-single': notVerified
}

type RecordedRequest = { headers: Record<string, string>; stringToSign: string; signature: string }

function inJakartaTime(recorded: RecordedRequest): RecordedRequest {
  const timestamp = '2026-01-15T10:04:05+07:00'
  const stringToSign = recorded.stringToSign.replace('2026-01-15T03:04:05Z', timestamp)
  const signature = sign('sha256', Buffer.from(stringToSign), privateKeyObject('merchant')).toString('base64')
  const headers = { ...recorded.headers, 'X-TIMESTAMP': timestamp, 'X-SIGNATURE': signature }
  return { ...recorded, headers, stringToSign, signature }
}

type RecordedUrl = { url: string; queryDecodedOnce: Record<string, string> }

function withoutMilliseconds(recorded: RecordedUrl): RecordedUrl {
  const { url, queryDecodedOnce } = recorded
  const timestamp = queryDecodedOnce.timestamp!.replace('.678', '')
  return {
    ...recorded,
    url: url.replace('timestamp=2026-01-15T10%3A04%3A05.678%2B', 'timestamp=2026-01-15T10%3A04%3A05%2B'),
    queryDecodedOnce: { ...queryDecodedOnce, timestamp }
  }
}

function missing(...paths: string[]): object {
  const validationErrorContexts = paths.map((field) => ({ field, message: 'is mandatory' }))
  const message = validationErrorContexts.map(({ field, message }) => `${field} ${message}`).join(', ')
  return { error: { name: 'ValidationError', message, validationErrorContexts } }
}

function notVerified(): object {
  return { accepted: false, error: 'Signature verification failed.' }
}

function findExpected(file: 'dana-signing' | 'dana-webhooks', id: string): unknown {
  return readVectors<Vector>(file).find((vector) => vector.id === id)?.expect
}
