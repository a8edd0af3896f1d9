import { createLog, parseConfiguration, type RunningServer, runServer } from '@arus/server'
import type { Environment } from '../system/start-arus-process.js'

/** Servers side by side on one database, each API and worker, behind what a load balancer would be. */
export type Fleet = {
  /** Stands for the address of the load balancer: each request goes to one of those that run. */
  url: string
  fetch(url: string, init?: RequestInit): Promise<Response>
  /** Replaces one after the other: the new one runs before the old one, with nothing under way any more, is stopped. */
  restart(environment: Environment): Promise<void>
  stop(): Promise<void>
}

type Member = { server: RunningServer; underWay: Set<Promise<unknown>> }

const BALANCER = 'http://balancer.test'

export async function startFleet(environment: Environment, size: number): Promise<Fleet> {
  const members: Member[] = []
  let turn = 0
  const log = createLog('silent')
  const start = async (settings: Environment): Promise<void> => {
    const server = await runServer({ configuration: parseConfiguration({ ...settings, ARUS_PORT: '0' }), log })
    members.push({ server, underWay: new Set() })
  }
  const stopFirst = async (): Promise<void> => {
    const { server, underWay } = members.shift()!
    await Promise.allSettled(underWay)
    await server.stop()
  }
  for (let count = 0; count < size; count++) await start(environment)
  return {
    url: BALANCER,
    async fetch(url, init) {
      const { server, underWay } = members[turn++ % members.length]!
      const call = fetch(url.replace(BALANCER, server.url!), init).then(async (response) => {
        const { status, headers } = response
        return new Response(await response.text(), { status, headers })
      })
      underWay.add(call)
      return await call.finally(() => underWay.delete(call))
    },
    async restart(settings) {
      for (let count = 0; count < size; count++) {
        await start(settings)
        await stopFirst()
      }
    },
    async stop() {
      while (members.length > 0) await stopFirst()
    }
  }
}
