import { expect, it, vi } from 'vitest'
import { KeyError } from './key-error.js'

it('a KeyError has a code, a message and the name of its class', () => {
  const error = new KeyError('empty', 'there is none')
  expect(error).toBeInstanceOf(Error)
  expect(error).toMatchObject({ name: 'KeyError', code: 'empty', message: 'there is none' })
  expect(String(error)).toBe('KeyError: there is none')
})

it('a KeyError is an instance of the class of any copy of this package, and nothing else is', async () => {
  vi.resetModules()
  const copy = await import('./key-error.js')
  expect(copy.KeyError).not.toBe(KeyError)
  expect(new copy.KeyError('empty', '')).toBeInstanceOf(KeyError)
  expect(new KeyError('empty', '')).toBeInstanceOf(copy.KeyError)
  for (const other of [new Error('empty'), { name: 'KeyError', code: 'empty' }, null, undefined, 'KeyError', KeyError]) {
    expect(other instanceof KeyError).toBe(false)
  }
})
