// DANA's notifications in Hono. Hono reads no body unless it is asked to.

import { createMemoryReplayStore, createNotificationHandler } from '@arus/dana/webhook/v1'
import { Hono } from 'hono'
import { bookOrder } from './orders.js'

export function createHonoApp(publicKey: string): Hono {
  const handler = createNotificationHandler({
    publicKey,
    replayStore: createMemoryReplayStore(),
    onNotification: bookOrder,
    onError: (error) => console.error('DANA notification:', error)
  })
  const app = new Hono()
  app.post('/v1.0/debit/notify', (context) => handler.fetch(context.req.raw))
  app.post('/orders', async (context) => context.json({ received: await context.req.json() }))
  return app
}
