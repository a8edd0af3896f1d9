import { describe, expect, it } from 'vitest'
import { readIdempotencyHeaders } from './read-idempotency-headers.js'

describe('readIdempotencyHeaders', () => {
  it('reads the key of the request in both spellings, and the key of the batch', () => {
    expect(readIdempotencyHeaders({ 'x-idempotency-key': 'r', idempotency_key: 'b' })).toEqual({ requestKey: 'r', batchKey: 'b' })
    expect(readIdempotencyHeaders({ 'idempotency-key': 'r' })).toEqual({ requestKey: 'r', batchKey: undefined })
    expect(readIdempotencyHeaders({ 'idempotency-key': 'r', 'x-idempotency-key': 'r' }).requestKey).toBe('r')
  })

  it('takes an empty header for none', () => {
    expect(readIdempotencyHeaders({ 'x-idempotency-key': '', idempotency_key: '' })).toEqual({
      requestKey: undefined,
      batchKey: undefined
    })
  })

  it.each([
    ['two spellings with different values', { 'idempotency-key': 'a', 'x-idempotency-key': 'b' }, 'have different values'],
    ['a key that is too long', { 'x-idempotency-key': 'k'.repeat(256) }, 'has 256 characters; at most 255'],
    ['a key with a control character', { idempotency_key: 'a\tb' }, 'printable ASCII'],
    ['a key outside ASCII', { idempotency_key: 'kunci-é' }, 'printable ASCII']
  ])('refuses %s', (_, headers, message) => {
    expect(() => readIdempotencyHeaders(headers)).toThrow(message)
  })

  it('allows a key of 255 characters', () => {
    expect(readIdempotencyHeaders({ idempotency_key: 'k'.repeat(255) }).batchKey).toHaveLength(255)
  })
})
