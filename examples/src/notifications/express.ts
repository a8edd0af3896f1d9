// DANA's notifications in Express, under a router that is mounted somewhere, next to routes that take JSON.

import { createMemoryReplayStore, createNotificationHandler } from '@arus/dana/webhook/v1'
import express, { type Express } from 'express'
import { bookOrder } from './orders.js'

export function createExpressApp(publicKey: string): Express {
  const handler = createNotificationHandler({
    publicKey,
    replayStore: createMemoryReplayStore(),
    onNotification: bookOrder,
    onError: (error) => console.error('DANA notification:', error)
  })
  const payments = express.Router()
  // The signature is over the bytes as they came: this route is registered before any body parser.
  payments.post('/dana/notify', handler.express)

  const app = express()
  app.use('/payments', payments)
  app.use(express.json())
  app.post('/orders', (request, response) => void response.json({ received: request.body }))
  return app
}
