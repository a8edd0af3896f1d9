import { createServer } from '../create-server.js'
import type { ServerContext } from '../http/server-context.js'

export type Route = { method: string; url: string }

/** Every route under /v1 that a server registers, as it is now and not as a list says; of HEAD only what isn't GET's own. */
export async function listRoutes(context: ServerContext): Promise<Route[]> {
  const { app } = createServer({ ...context, workerPool: context.pool, runsApi: true, runsWorker: false })
  const routes: Route[] = []
  // Nouns register their routes when the app is made ready, so this comes first.
  app.addHook('onRoute', ({ method, url }) => {
    if (url.startsWith('/v1')) routes.push(...[method].flat().map((one) => ({ method: one, url })))
  })
  await app.ready()
  await app.close()
  return routes.filter(({ method, url }) => method !== 'HEAD' || !routes.some((one) => one.method === 'GET' && one.url === url))
}
