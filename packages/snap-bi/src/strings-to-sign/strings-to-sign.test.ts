import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { RECORDED_SIGNATURES } from '../testing/recorded-signatures.js'
import { applyTokenStringToSign } from './apply-token-string-to-sign.js'
import { openApiStringToSign } from './open-api-string-to-sign.js'
import { requestStringToSign } from './request-string-to-sign.js'
import { seamlessStringToSign } from './seamless-string-to-sign.js'

const timestamp = '2026-01-15T10:04:05+07:00'

describe('the string to sign', () => {
  it.each(RECORDED_SIGNATURES.map((recorded) => [recorded.id, recorded] as const))(
    'is that of dana-node: %s',
    (_id, recorded) => {
      const { request, applyToken, openApi, seamless, stringToSign } = recorded
      if (request) {
        expect(requestStringToSign(request)).toBe(stringToSign)
        expect(requestStringToSign({ ...request, body: Buffer.from(request.body) })).toBe(stringToSign)
      } else if (applyToken) expect(applyTokenStringToSign(applyToken)).toBe(stringToSign)
      else if (openApi) expect(openApiStringToSign(openApi)).toBe(stringToSign)
      else expect(seamlessStringToSign(seamless!)).toBe(stringToSign)
    }
  )

  it('of a request covers the bytes of its body, whatever they are', () => {
    const body = Buffer.from('ff00c328', 'hex')
    const hash = createHash('sha256').update(body).digest('hex')
    expect(requestStringToSign({ method: 'PUT', path: '/x', body, timestamp })).toBe(`PUT:/x:${hash}:${timestamp}`)
  })

  it('of a request takes method, path and time as they are given', () => {
    const text = requestStringToSign({ method: 'post', path: 'x?y=1', body: ' {} ', timestamp: 'now' })
    expect(text).toMatch(/^post:x\?y=1:[0-9a-f]{64}:now$/)
  })
})
