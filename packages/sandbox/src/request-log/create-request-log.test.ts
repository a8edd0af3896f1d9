import { Buffer } from 'node:buffer'
import { expect, it } from 'vitest'
import { createRequestLog, type SeenRequest, UNEXPLAINED } from './create-request-log.js'

const request = (path: string, changes: Partial<SeenRequest> = {}): SeenRequest => ({
  at: 1,
  operation: 'queryPayment',
  method: 'POST',
  path,
  headers: { 'x-timestamp': '2026-01-15T10:04:05+07:00', absent: undefined },
  body: Buffer.from('{"a":1}'),
  stringToSign: () => 'text',
  signature: 'ok',
  httpStatus: 200,
  responseCode: '2005500',
  responseBody: '{}',
  durationMs: 1,
  ...changes
})

it('keeps the last requests, the newest first, and finds them by their numbers', () => {
  const log = createRequestLog({ size: 3 })
  for (const path of ['/1', '/2', '/3', '/4']) log.add(request(path))
  expect(log.list().map(({ id, path }) => [id, path])).toEqual([
    [4, '/4'],
    [3, '/3'],
    [2, '/2']
  ])
  expect(log.find(3)).toEqual({
    ...request('/3'),
    id: 3,
    headers: { 'x-timestamp': '2026-01-15T10:04:05+07:00' },
    body: '{"a":1}',
    stringToSign: 'text'
  })
  expect(log.find(1)).toBeUndefined()
})

it('goes on counting after it was cleared', () => {
  const log = createRequestLog({ size: 3 })
  for (const path of ['/1', '/2', '/3', '/4']) log.add(request(path))
  log.clear()
  expect(log.list()).toEqual([])
  for (const path of ['/5', '/6']) log.add(request(path))
  expect(log.list().map(({ id }) => id)).toEqual([6, 5])
})

it('writes out what takes time only when somebody looks', () => {
  let written = 0
  let explained = 0
  const log = createRequestLog({ size: 3 })
  log.add(request('/1', { stringToSign: () => `text ${++written}`, signature: () => `reason ${++explained}` }))
  expect(written).toBe(0)
  expect(log.list()[0]?.stringToSign).toBe('text 1')
  expect(explained).toBe(0)
  expect(JSON.parse(JSON.stringify(log.list()))[0].signature).toBe('reason 1')
})

it('looks for so many reasons in a list as it is asked for, the newest first, and for that of a request alone always', () => {
  let explained = 0
  const log = createRequestLog({ size: 5 })
  for (const path of ['/1', '/2', '/3', '/4']) log.add(request(path, { signature: () => `reason ${++explained}` }))
  log.add(request('/5'))
  const listed = () => log.list({ reasons: 2 }).map(({ signature }) => signature)
  expect(listed()).toEqual(['ok', 'reason 1', 'reason 2', UNEXPLAINED, UNEXPLAINED])
  expect(explained).toBe(2)
  expect(log.find(1)?.signature).toBe('reason 3')
  expect(listed()).toEqual(['ok', 'reason 1', 'reason 2', 'reason 4', 'reason 3'])
  expect(log.list()[3]?.signature).toBe('reason 4')
  expect(explained).toBe(4)
})

it('shows tokens, and hides private keys wherever they stand', () => {
  const key = '-----BEGIN RSA PRIVATE KEY-----\nMIIsecret\n-----END RSA PRIVATE KEY-----'
  const log = createRequestLog({ size: 3 })
  log.add(
    request('/1', {
      headers: { 'authorization-customer': 'Bearer token', 'x-signature': key.replaceAll('\n', ' ') },
      body: Buffer.from(JSON.stringify({ key, clientSecret: 'shown' })),
      stringToSign: () => `-----BEGIN PRIVATE KEY-----\nMIIsecret`
    })
  )
  const text = JSON.stringify(log.list())
  expect(text).not.toContain('MIIsecret')
  expect(text).toContain('Bearer token')
  expect(text).toContain('shown')
})

it('keeps the beginning of a long body, and what the whole was signed as', () => {
  const log = createRequestLog({ size: 3 })
  let body = Buffer.alloc(1_000_000, 'x')
  log.add(request('/1', { body, stringToSign: () => `text of ${body.length}`, signature: () => `looked at ${body.length}` }))
  body = Buffer.alloc(0)
  const { body: kept, stringToSign, signature } = log.list()[0]!
  expect([kept.length, stringToSign, signature]).toEqual([65_536, 'text of 1000000', 'looked at 1000000'])
})

it('has the beginning of a long body to itself, so that the rest is not kept with it', () => {
  const log = createRequestLog({ size: 3 })
  const body = Buffer.alloc(1_000_000, 'x')
  log.add(request('/1', { body }))
  body.fill('y')
  expect(log.list()[0]?.body).toBe('x'.repeat(65_536))
})
