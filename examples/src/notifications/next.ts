// DANA's notifications in Next.js: this is app/v1.0/debit/notify/route.ts. The key is in DANA_PUBLIC_KEY.

import { createMemoryReplayStore, createNotificationHandler, type NotificationHandler } from '@arus/dana/webhook/v1'
import { bookOrder } from './orders.js'

/** Keys are read and signatures verified by node:crypto, which the Edge runtime lacks. */
export const runtime = 'nodejs'

// Made with the first request: the build loads this file too, and has no key.
let handler: NotificationHandler | undefined

export function POST(request: Request): Promise<Response> {
  handler ??= createNotificationHandler({
    publicKey: process.env.DANA_PUBLIC_KEY ?? '',
    // One process keeps this. Where several serve the route, or it is started for each request, take a shared store.
    replayStore: createMemoryReplayStore(),
    onNotification: bookOrder,
    onError: (error) => console.error('DANA notification:', error)
  })
  return handler.fetch(request)
}
