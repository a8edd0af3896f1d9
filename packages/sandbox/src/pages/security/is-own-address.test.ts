import { expect, it } from 'vitest'
import { isOwnAddress } from './is-own-address.js'

const publicUrl = 'http://sandbox.test:4190'

it.each([
  ['localhost:4190', undefined],
  ['127.0.0.1:4190', 'http://127.0.0.1:4190'],
  ['[::1]:4190', undefined],
  ['sandbox.test:4190', 'http://sandbox.test:4190']
])('takes %s with the origin %s', (host, origin) => {
  expect(isOwnAddress({ host, origin, publicUrl })).toBe(true)
})

it.each([
  [undefined, undefined],
  ['evil.test', undefined],
  ['localhost.evil.test:4190', undefined],
  ['127.0.0.1.evil.test', undefined],
  ['127.0.0.1:4190', 'http://evil.test'],
  ['127.0.0.1:4190', 'http://127.0.0.1:3000'],
  ['127.0.0.1:4190', 'null']
])('refuses %s with the origin %s', (host, origin) => {
  expect(isOwnAddress({ host, origin, publicUrl })).toBe(false)
})
