import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { type Receiver, startReceiver } from '../testing/start-receiver.js'
import { createAddressGuard, type Resolve, resolveBySystem } from './address-guard.js'
import { createWebhookSender, type SendOutcome } from './create-webhook-sender.js'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function receive(answer?: Parameters<typeof startReceiver>[0]): Promise<Receiver> {
  const receiver = await startReceiver(answer)
  closers.push(receiver.close)
  return receiver
}

/** A server below HTTP, which does with its connections what it likes. */
async function listen(onConnection: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    onConnection(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  })
  return `http://127.0.0.1:${(server.address() as { port: number }).port}/hook`
}

/** Beyond what any test takes: nothing times out but by the limit that a test is about. */
const PATIENT_MS = 60_000

async function send(
  url: string,
  {
    allowedCidrs = ['127.0.0.0/8'],
    resolve = resolveBySystem,
    headersTimeoutMs = PATIENT_MS,
    totalTimeoutMs = PATIENT_MS
  }: { allowedCidrs?: string[]; resolve?: Resolve; headersTimeoutMs?: number; totalTimeoutMs?: number } = {}
): Promise<SendOutcome> {
  const sender = createWebhookSender({
    guard: createAddressGuard({ allowedCidrs, resolve }),
    headersTimeoutMs,
    totalTimeoutMs
  })
  try {
    return await sender.send({
      url,
      headers: { 'content-type': 'application/json', 'webhook-id': 'evt_1' },
      body: Buffer.from('{"a":1}')
    })
  } finally {
    await sender.close()
  }
}

describe('createWebhookSender', () => {
  it('posts the bytes and headers it was given, to the path and query of the address', async () => {
    const receiver = await receive()
    expect(await send(`${receiver.url}?shop=1`)).toEqual({ statusCode: 200, error: '', timedOut: false })
    expect(receiver.requests).toMatchObject([
      {
        method: 'POST',
        path: '/hook?shop=1',
        body: '{"a":1}',
        headers: { 'webhook-id': 'evt_1', 'content-type': 'application/json', 'content-length': '7' }
      }
    ])
  })

  it.each([200, 201, 202, 204, 299])('takes %i for an acknowledgement', async (statusCode) => {
    const receiver = await receive((response) => response.writeHead(statusCode).end())
    expect(await send(receiver.url)).toEqual({ statusCode, error: '', timedOut: false })
  })

  it.each([400, 401, 404, 410, 429, 500, 503])('takes %i for a failure, and says so', async (statusCode) => {
    const receiver = await receive((response) => response.writeHead(statusCode).end('{"secret":"of theirs"}'))
    expect(await send(receiver.url)).toEqual({ statusCode, error: `answered ${statusCode}`, timedOut: false })
  })

  it.each([301, 302, 303, 307, 308])('does not follow a %i', async (statusCode) => {
    const target = await receive()
    const receiver = await receive((response) => response.writeHead(statusCode, { location: target.url }).end())
    expect(await send(receiver.url)).toEqual({
      statusCode,
      error: `answered ${statusCode}: redirects are not followed`,
      timedOut: false
    })
    expect(target.requests).toEqual([])
  })

  it('gives up an endpoint that takes the request and says nothing', async () => {
    const receiver = await receive(() => {})
    const outcome = await send(receiver.url, { headersTimeoutMs: 300 })
    expect(outcome).toEqual({ statusCode: null, error: 'no answer within 0.3 seconds', timedOut: true })
  })

  it('gives up an endpoint that drips its headers, after the total time at the latest', async () => {
    const url = await listen((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const drip = setInterval(() => socket.write('X-A: b\r\n'), 50)
      socket.on('close', () => clearInterval(drip))
    })
    const outcome = await send(url, { totalTimeoutMs: 500 })
    expect(outcome).toEqual({ statusCode: null, error: 'not done within 0.5 seconds', timedOut: true })
  })

  it('takes the status of an endpoint that drips its body, but counts it among the slow', async () => {
    const url = await listen((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n')
      const drip = setInterval(() => socket.write('x'), 50)
      socket.on('close', () => clearInterval(drip))
    })
    expect(await send(url, { totalTimeoutMs: 2_500 })).toEqual({ statusCode: 200, error: '', timedOut: true })
  })

  it('does not read an endless body', async () => {
    let written = 0
    const receiver = await receive((response) => {
      const pour = () => {
        while (!response.destroyed && written < 50_000_000) {
          written += 65_536
          if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', pour)
        }
      }
      pour()
    })
    expect(await send(receiver.url)).toEqual({ statusCode: 200, error: '', timedOut: false })
    expect(written).toBeLessThan(10_000_000)
  })

  it('gives up an endpoint that answers with more headers than any needs', async () => {
    let sent = 0
    const url = await listen((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const pour = () => {
        while (!socket.destroyed && sent < 50_000_000) {
          sent += 1024
          if (!socket.write(`X-Bomb: ${'a'.repeat(1014)}\r\n`)) return void socket.once('drain', pour)
        }
      }
      pour()
    })
    expect(await send(url)).toEqual({
      statusCode: null,
      error: 'the headers of the answer were too large',
      timedOut: false
    })
    expect(sent).toBeLessThan(20_000_000)
  })

  it('gives up an endpoint that says for ever that an answer is coming', async () => {
    const url = await listen((socket) => {
      const drip = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'), 50)
      socket.on('close', () => clearInterval(drip))
    })
    expect(await send(url, { headersTimeoutMs: 300, totalTimeoutMs: 2_500 })).toMatchObject({ statusCode: null })
  })

  it('does not unpack a body that unpacks to more than it is', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    const receiver = await receive((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb))
    const before = process.memoryUsage().arrayBuffers
    expect(await send(receiver.url)).toEqual({ statusCode: 200, error: '', timedOut: false })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
  })

  it('closes the connection to an endpoint whose trailers never end', async () => {
    let closed = () => {}
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve
    })
    const url = await listen((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-A\r\n\r\n1\r\nx\r\n0\r\n')
      const drip = setInterval(() => socket.write('X-A: b\r\n'), 50)
      socket.on('close', () => {
        clearInterval(drip)
        closed()
      })
    })
    expect(await send(url, { totalTimeoutMs: 2_500 })).toMatchObject({ statusCode: 200, timedOut: true })
    await isClosed
  })

  it('says in words what went wrong with a connection', async () => {
    const closed = await receive()
    await closed.close()
    closers.pop()
    expect(await send(closed.url)).toEqual({ statusCode: null, error: 'the connection was refused', timedOut: false })
    const hangsUp = await listen((socket) => socket.on('data', () => socket.end()))
    expect(await send(hangsUp)).toEqual({
      statusCode: null,
      error: 'the connection was closed before an answer came',
      timedOut: false
    })
    const chatters = await listen((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'))
    expect(await send(chatters)).toEqual({ statusCode: null, error: 'the answer was not HTTP', timedOut: false })
    const plain = await receive()
    expect(await send(plain.url.replace('http:', 'https:'))).toMatchObject({
      statusCode: null,
      error: expect.stringContaining('connection'),
      timedOut: false
    })
  })

  it('never connects to an address that is not public, literal or resolved', async () => {
    let connections = 0
    const url = await listen(() => connections++)
    const refused = { statusCode: null, error: 'the host is not at a public address', timedOut: false }
    expect(await send(url, { allowedCidrs: [] })).toEqual(refused)
    expect(await send(url.replace('127.0.0.1', '0x7f.1'), { allowedCidrs: [] })).toEqual(refused)
    expect(await send(url.replace('127.0.0.1', '[::ffff:127.0.0.1]'), { allowedCidrs: [] })).toEqual(refused)
    expect(
      await send(url.replace('127.0.0.1', 'shop.example'), { allowedCidrs: [], resolve: async () => ['127.0.0.1'] })
    ).toEqual(refused)
    expect(connections).toBe(0)
  })

  it('connects to the address that was checked, though the name answers differently the next time', async () => {
    const receiver = await receive()
    const other = '127.0.0.2'
    const answers = [['127.0.0.1'], [other]]
    const asked: string[] = []
    const resolve: Resolve = async (hostname) => {
      asked.push(hostname)
      return answers.shift() ?? [other]
    }
    const url = receiver.url.replace('127.0.0.1', 'rebinding.example')
    expect(await send(url, { allowedCidrs: ['127.0.0.1/32'], resolve })).toEqual({ statusCode: 200, error: '', timedOut: false })
    expect(asked).toEqual(['rebinding.example'])
    expect(receiver.requests[0]!.headers.host).toBe(new URL(url).host)
    expect(await send(url, { allowedCidrs: ['127.0.0.1/32'], resolve })).toMatchObject({
      error: 'the host is not at a public address'
    })
    expect(receiver.requests).toHaveLength(1)
  })

  it('says when a name can not be resolved', async () => {
    expect(await send('http://nobody.invalid/hook')).toEqual({
      statusCode: null,
      error: 'the name of the host could not be resolved',
      timedOut: false
    })
  })
})
