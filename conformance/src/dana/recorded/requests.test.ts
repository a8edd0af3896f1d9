import { createHash, verify } from 'node:crypto'
import { Dana, type DanaOptions } from '@arus/dana'
import { expect } from 'vitest'
import { captureCalls } from '../world/capture-call.js'
import { fixWorld } from '../world/fixed-world.js'
import { publicKeyObject, withMerchantKey } from '../world/recorded-keys.js'
import { holdToVectors } from './hold-to-vectors.js'
import type { Vector } from './read-vectors.js'

type RecordedRequest = {
  method: string
  url: string
  headers: Record<string, string>
  body: string
  bodySha256: string
  stringToSign: string
  signature: string
}

type RequestVector = Vector<RecordedRequest> & {
  operation: 'widgetPayment'
  call: { argument: never }
  client: Record<string, string>
  processEnv: Record<string, string>
  tz: string
  now: string
}

holdToVectors<RequestVector>('dana-requests', async ({ operation, call, client, processEnv, tz, now, expect: recorded }) => {
  fixWorld({ now, tz, env: processEnv })
  expect(new Date().getTimezoneOffset()).toBe(tz === 'UTC' ? 0 : -420)
  const { calls, fetch } = captureCalls()
  const dana = new Dana({ ...(withMerchantKey(client) as DanaOptions), fetch })
  await dana.widgetApi[operation](call.argument)

  expect(calls).toHaveLength(1)
  const { method, url, headers, body } = calls[0]!
  // Objects are compared whatever the order of their keys, and that of the headers is promised.
  expect(headers.map(([name]) => name)).toEqual(Object.keys(recorded.headers))
  const sent = Object.fromEntries(headers)
  const bodySha256 = createHash('sha256').update(body).digest('hex')
  const stringToSign = `${method}:${new URL(url).pathname}:${bodySha256}:${sent['X-TIMESTAMP']}`
  const signature = sent['X-SIGNATURE']!
  expect(verify('sha256', Buffer.from(stringToSign), publicKeyObject('merchant'), Buffer.from(signature, 'base64'))).toBe(true)
  return { method, url, headers: sent, body, bodySha256, stringToSign, signature }
})
