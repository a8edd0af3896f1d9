import { type Connection, openConnection } from './connection.js'

/** A server under load: its connections stay open from round to round. */
export type Load = {
  /** As many as it answers, one after the other on each connection. @returns answers a second */
  saturate(roundMs: number): Promise<number>
  /**
   * So many a second, whether it has answered those before or not.
   *
   * @returns milliseconds from when a request was due to its answer, sorted
   */
  offer(perSecond: number, roundMs: number): Promise<number[]>
  close(): void
}

export async function openLoad(url: string, requests: readonly Uint8Array[], connections: number): Promise<Load> {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(url)))
  let sent = 0
  const next = () => requests[sent++ % requests.length]!
  return {
    saturate: (roundMs) =>
      new Promise((resolve) => {
        const startMs = performance.now()
        let [answers, busy] = [0, open.length]
        const go = (connection: Connection) =>
          connection.send(next(), (atMs) => {
            answers++
            if (atMs - startMs < roundMs) go(connection)
            else if (--busy === 0) resolve((answers / (atMs - startMs)) * 1000)
          })
        for (const connection of open) go(connection)
      }),
    offer: (perSecond, roundMs) =>
      new Promise((resolve) => {
        const startMs = performance.now()
        const total = Math.round((perSecond * roundMs) / 1000)
        const dueAtMs = (index: number) => startMs + (index * 1000) / perSecond
        const latenciesMs: number[] = []
        const idle = [...open]
        let offered = 0
        // Counts from when it was due, also where no connection was idle then: a slow server does not slow its clients.
        const flow = () => {
          while (offered < total && idle.length > 0 && dueAtMs(offered) <= performance.now()) {
            const [due, connection] = [dueAtMs(offered++), idle.pop()!]
            connection.send(next(), (atMs) => {
              latenciesMs.push(atMs - due)
              idle.push(connection)
              if (latenciesMs.length === total) resolve(latenciesMs.sort((a, b) => a - b))
              else flow()
            })
          }
        }
        const tick = () => {
          flow()
          // A timer's millisecond, of which the answers' times have their part: one that asked all the time would slow the server.
          if (offered < total) setTimeout(tick, 1)
        }
        tick()
      }),
    close: () => {
      for (const connection of open) connection.close()
    }
  }
}
