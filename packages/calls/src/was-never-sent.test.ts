import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { wasNeverSent } from './was-never-sent.js'

const failure = (url: string) =>
  fetch(url, { method: 'POST', body: '{}' }).then(
    () => undefined,
    (error: unknown) => error
  )

describe('telling that nothing was sent', () => {
  it('knows a refused connection', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    await new Promise((resolve) => server.close(resolve))
    expect(wasNeverSent(await failure(`http://127.0.0.1:${port}`))).toBe(true)
  })

  it('knows a name that was not resolved and a connection that took too long to open', () => {
    const unresolved = Object.assign(new Error(), { syscall: 'getaddrinfo', code: 'ENOTFOUND' })
    const tooSlow = Object.assign(new Error(), { code: 'UND_ERR_CONNECT_TIMEOUT' })
    for (const cause of [unresolved, tooSlow]) expect(wasNeverSent(new TypeError('fetch failed', { cause }))).toBe(true)
  })

  it('does not claim it of a connection that was opened and then reset', async () => {
    const server = createServer((socket) => socket.once('data', () => socket.resetAndDestroy()))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const error = await failure(`http://127.0.0.1:${port}`)
    expect(error).toBeInstanceOf(TypeError)
    expect(wasNeverSent(error)).toBe(false)
    server.close()
  })

  it('wants every address of a name to have refused', () => {
    const refused = Object.assign(new Error(), { syscall: 'connect', code: 'ECONNREFUSED' })
    const reset = Object.assign(new Error(), { syscall: 'read', code: 'ECONNRESET' })
    expect(wasNeverSent(new TypeError('x', { cause: new AggregateError([refused, refused]) }))).toBe(true)
    expect(wasNeverSent(new TypeError('x', { cause: new AggregateError([refused, reset]) }))).toBe(false)
    for (const other of [undefined, null, 'ECONNREFUSED', new Error('x'), new AggregateError([])])
      expect(wasNeverSent(other)).toBe(false)
  })
})
