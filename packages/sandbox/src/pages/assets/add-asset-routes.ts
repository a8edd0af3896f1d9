import type { FastifyInstance } from 'fastify'
import { ASSETS } from './assets.js'

/** Serves the stylesheet, the script and the icon. */
export function addAssetRoutes(app: FastifyInstance): void {
  for (const { path, type, text } of Object.values(ASSETS)) {
    app.get(path, (_request, reply) =>
      reply
        .headers({
          'content-type': type,
          'cache-control': 'public, max-age=31536000, immutable',
          'x-content-type-options': 'nosniff'
        })
        .send(text)
    )
  }
  app.get('/favicon.ico', (_request, reply) => reply.redirect(ASSETS.icon.path, 302))
}
