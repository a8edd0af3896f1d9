import { createPrivateKey, sign } from 'node:crypto'
import { expect, it } from 'vitest'
import { KEYS } from '../testing/keys.js'
import { type SignFunction, signAway } from './sign-away.js'

const key = createPrivateKey({ key: KEYS.merchant, format: 'jwk' })
const data = Buffer.from('text')
const expected = sign('sha256', data, key)

/** A runtime's `crypto.sign` that takes no notice of the callback, and answers at once. */
const withoutCallback: SignFunction = (algorithm, bytes, signingKey) => sign(algorithm, bytes, signingKey)
/** One that has the callback's place in its types only. */
const notImplemented: SignFunction = (algorithm, bytes, signingKey, callback) => {
  if (callback) throw new Error('crypto.sign with a callback is not implemented')
  return sign(algorithm, bytes, signingKey)
}

it('signs with the callback where there is one, else without', async () => {
  for (const signFunction of [sign as SignFunction, withoutCallback, notImplemented]) {
    expect(await signAway(signFunction, data, key)).toEqual(expected)
  }
})

it('lets what runs now go on while it signs', async () => {
  const order: string[] = []
  const signing = signAway(notImplemented, data, key).then(() => order.push('signed'))
  order.push('went on')
  await signing
  expect(order).toEqual(['went on', 'signed'])
})

it('says why when no way of signing works', async () => {
  await expect(signAway(sign as SignFunction, undefined as never, key)).rejects.toThrow(TypeError)
})
