import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ServerMessage } from './serve.js'

const SERVE = fileURLToPath(new URL('./serve.js', import.meta.url))

/** A server process. */
export type Server = {
  url: string
  /** The processor time that it has used so far. */
  cpuMicroseconds(): Promise<number>
  stop(): void
}

export async function startServer(kind: 'sandbox' | 'bare'): Promise<Server> {
  const child = fork(SERVE, [kind])
  const { url } = await messageOf<{ url: string }>(child)
  return {
    url,
    async cpuMicroseconds() {
      const answer = messageOf<{ cpuMicroseconds: number }>(child)
      child.send('cpu')
      return (await answer).cpuMicroseconds
    },
    stop: () => child.disconnect()
  }
}

async function messageOf<Message extends ServerMessage>(child: ChildProcess): Promise<Message> {
  const over = new AbortController()
  const { signal } = over
  const [message] = await Promise.race([once(child, 'message', { signal }), once(child, 'exit', { signal })])
  over.abort()
  if (typeof message !== 'object') throw new Error(`the server ended with ${message}`)
  return message as Message
}
