import { expect, it } from 'vitest'
import { notificationResponse } from './notification-response.js'
import { type WebhookVerificationCode, WebhookVerificationError } from './webhook-verification-error.js'

const NOW = Date.parse('2026-01-15T03:04:05.678Z')

it('is what DANA takes for success and for a reason to come again', () => {
  expect(notificationResponse.success(NOW)).toEqual({
    status: 200,
    headers: { 'Content-Type': 'application/json', 'X-TIMESTAMP': '2026-01-15T10:04:05+07:00' },
    body: '{"responseCode":"2005600","responseMessage":"Successful"}'
  })
  const retry = notificationResponse.retry()
  expect(retry).toMatchObject({ status: 500, body: '{"responseCode":"5005601","responseMessage":"Internal Server Error"}' })
  expect(Math.abs(Date.parse(retry.headers['X-TIMESTAMP']) - Date.now())).toBeLessThan(10_000)
})

it('says of a refusal which field was at fault, and no more', () => {
  const reasons: Record<WebhookVerificationCode, string> = {
    missing_header: '4005602 Invalid Mandatory Field X-SIGNATURE',
    invalid_header: '4005601 Invalid Field Format X-SIGNATURE',
    stale_timestamp: '4005601 Invalid Field Format X-SIGNATURE',
    invalid_signature: '4015600 Unauthorized. Invalid Signature',
    malformed_body: '4005600 Bad Request',
    not_a_notification: '4005602 Invalid Mandatory Field X-SIGNATURE',
    body_too_large: '4005600 Bad Request',
    body_already_parsed: '5005601 Internal Server Error',
    body_incomplete: '5005601 Internal Server Error'
  }
  for (const [code, wanted] of Object.entries(reasons)) {
    const error = new WebhookVerificationError(code as WebhookVerificationCode, 'a reason that stays here', 'X-SIGNATURE')
    const { status, body } = notificationResponse.forError(error, NOW)
    const { responseCode, responseMessage } = JSON.parse(body)
    expect(`${responseCode} ${responseMessage}`).toBe(wanted)
    expect(status).toBe(Number(responseCode.slice(0, 3)))
  }
  const withoutField = new WebhookVerificationError('not_a_notification', '…')
  expect(notificationResponse.forError(withoutField, NOW).status).toBe(400)
  expect(notificationResponse.forError(withoutField, NOW).body).toContain('Bad Request')
  expect(notificationResponse.forError(new Error('database down'), NOW)).toEqual(notificationResponse.retry(NOW))
})
