import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { Durianpay } from '../durianpay.js'
import { InvalidArgumentError } from '../errors.js'
import { type DurianpayOptions, readOptions } from './read-options.js'

const options = { apiKey: 'dp_test_local', baseUrl: 'https://pay.example' }

function refusalOf(change: Record<string, unknown>): InvalidArgumentError {
  try {
    readOptions({ ...options, ...change } as DurianpayOptions)
  } catch (error) {
    if (error instanceof InvalidArgumentError) return error
  }
  throw new Error('the options were accepted')
}

describe('the options of a client', () => {
  it('take the address with or without /v1', () => {
    for (const baseUrl of ['https://pay.example', 'https://pay.example/', 'https://pay.example/v1', 'https://pay.example/v1/']) {
      expect(readOptions({ ...options, baseUrl }).baseUrl).toBe('https://pay.example/v1')
    }
    expect(readOptions({ ...options, baseUrl: 'http://127.0.0.1:8080/arus' }).baseUrl).toBe('http://127.0.0.1:8080/arus/v1')
  })

  it('refuse an address that is none, or that holds more than one', () => {
    for (const baseUrl of [
      '',
      'pay.example',
      'ftp://pay.example',
      'https://a:b@pay.example',
      'https://pay.example?x=1',
      undefined
    ]) {
      expect(refusalOf({ baseUrl }).argument).toBe('baseUrl')
    }
  })

  it('refuse a key that is none of the two kinds, without showing it', () => {
    const keys = [
      'sk_live_abcdef',
      'dp_test_',
      'dp_prod_abcdef',
      'dp_test_abc:def',
      'dp_test_abc\r\nx: y',
      ' dp_test_abcdef',
      42,
      undefined
    ]
    for (const apiKey of keys) {
      const error = refusalOf({ apiKey })
      expect(error.argument).toBe('apiKey')
      expect(error.message).toBe('apiKey must be a secret key that begins with dp_test_ or dp_live_')
    }
  })

  it('refuse limits that limit nothing', () => {
    for (const timeoutMs of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])
      expect(refusalOf({ timeoutMs }).argument).toBe('timeoutMs')
    for (const maxRetries of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(refusalOf({ maxRetries }).argument).toBe('maxRetries')
    expect(refusalOf({ fetch: 'fetch' }).argument).toBe('fetch')
  })

  it('say which mode the key has, and show the key nowhere', () => {
    const apiKey = 'dp_live_s3cretw0rd'
    const client = new Durianpay({ ...options, apiKey })
    expect(client.isLive).toBe(true)
    expect(new Durianpay(options).isLive).toBe(false)
    expect(`${inspect(client, { depth: 9, showHidden: true })}${JSON.stringify(client)}`).not.toContain('s3cretw0rd')
  })
})
