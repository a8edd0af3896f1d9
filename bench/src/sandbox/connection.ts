import { connect, type Socket } from 'node:net'

/** A connection that has at most one request under way: as little work as can be, since it shares the machine with the server. */
export type Connection = {
  /** @param onAnswered with the time when the last byte was there, by `performance.now()` */
  send(request: Uint8Array, onAnswered: (atMs: number) => void): void
  close(): void
}

/**
 * @throws when it can't be opened; what goes wrong later ends the process, as it makes the figures worthless
 */
export async function openConnection(url: string): Promise<Connection> {
  const { hostname, port } = new URL(url)
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  let waiting: ((atMs: number) => void) | undefined
  let received: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const endOfHead = received.indexOf('\r\n\r\n')
    if (endOfHead === -1) return
    const head = received.toString('latin1', 0, endOfHead)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1])
    if (received.length < endOfHead + 4 + length) return
    if (!head.startsWith('HTTP/1.1 200')) throw new Error(`answered ${received.toString()}`)
    received = Buffer.alloc(0)
    const answered = waiting!
    waiting = undefined
    answered(performance.now())
  })
  return {
    send(request, onAnswered) {
      waiting = onAnswered
      socket.write(request)
    },
    close: () => socket.destroy()
  }
}
