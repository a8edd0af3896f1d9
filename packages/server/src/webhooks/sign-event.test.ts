import { describe, expect, it } from 'vitest'
import { signEvent } from './sign-event.js'

describe('signEvent', () => {
  it.each([
    ['dp_test_demo', ['dis_abc123', '50000.00'], '936658ef04244256212e98d13c1059dc606f777fcbfac7fdbdb7bb65f86bd196'],
    ['dp_test_local', ['dis_4hjykf9KK99186', '300000.00'], '9be8de0d607bed30552c1a0c91f19f6292e9ec3b3fa8c5763374c99722fe50e6'],
    ['dp_test_local', ['dis_xHbeiO162C6172', '210000.00'], '7706c9401307c2c0452b9bbaa5879619546202e64a17be9df5b8d815896428a0'],
    ['dp_test_local', ['8888105', 'bca', 'valid'], '30f38a215c6d1ee4cba39f4b04c9a13e265c98b7668a107588dd19696f71b540']
  ])('signs with %s over %j as others do', (secretKey, parts, signature) => {
    expect(signEvent(secretKey, parts)).toBe(signature)
  })
})
