// DANA's notifications in Fastify, next to routes that take JSON.

import { createMemoryReplayStore, createNotificationHandler } from '@arus/dana/webhook/v1'
import Fastify, { type FastifyInstance } from 'fastify'
import { bookOrder } from './orders.js'

export function createFastifyApp(publicKey: string): FastifyInstance {
  const handler = createNotificationHandler({
    publicKey,
    replayStore: createMemoryReplayStore(),
    onNotification: bookOrder,
    onError: (error) => console.error('DANA notification:', error)
  })
  const app = Fastify()
  app.register(async (notifications) => {
    // The signature is over the bytes as they came. Inside this plugin, and only here, no body is parsed.
    notifications.removeAllContentTypeParsers()
    notifications.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    notifications.post('/v1.0/debit/notify', handler.fastify)
  })
  app.post('/orders', async (request) => ({ received: request.body }))
  return app
}
