// A small shop that is paid with DANA: binding, balance, payment, notification, query, refund, unbinding.

import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Dana } from '@arus/dana'
import { createMemoryReplayStore, createNotificationHandler } from '@arus/dana/webhook/v1'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { bookNotification, placeOrder, refreshOrder, refundHalf, startPayment } from './dana/payments.js'
import { askBalance, type Device, finishBinding, unbind } from './dana/wallet.js'
import { createOrderBook, type Order } from './orders.js'
import { messagePage } from './pages/message-page.js'
import { orderPage, returnPage } from './pages/order-page.js'
import { productPage } from './pages/product-page.js'
import { PRODUCTS } from './products.js'
import { createSessions, type Session } from './sessions.js'

export type ShopOptions = {
  dana: Dana
  /** DANA's, which verifies notifications. PEM. */
  danaPublicKey: string
  merchantId: string
  /** Where browsers and DANA reach the shop. Default: where it listens. */
  publicUrl?: string
  /** Is told what went wrong. Default: `console.error`. */
  onError?: (error: unknown) => void
}

export type Shop = {
  app: Express
  /** Listens, on a port of the system's choice unless told otherwise, and tells where. */
  start(options?: { port?: number; host?: string }): Promise<string>
  stop(): Promise<void>
}

const STYLESHEET = fileURLToPath(new URL('../../assets/shop.css', import.meta.url))

export function createShop({ dana, danaPublicKey, merchantId, publicUrl, onError = console.error }: ShopOptions): Shop {
  let address = publicUrl ?? ''
  const book = createOrderBook()
  const sessionOf = createSessions({ isSecure: () => address.startsWith('https:') })
  const app = express()
  app.disable('x-powered-by')

  const notifications = createNotificationHandler({
    publicKey: danaPublicKey,
    replayStore: createMemoryReplayStore(),
    onNotification: (notification) => bookNotification(book, notification),
    onError
  })
  // The signature is over the bytes as they came: this route is registered before any body parser.
  app.post('/v1.0/debit/notify', notifications.express)

  app.use(express.urlencoded({ extended: false, limit: '4kb' }))
  app.use((_request, response, next) => {
    response.set({
      'Content-Security-Policy':
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store'
    })
    next()
  })
  app.get('/shop.css', (_request, response) => response.sendFile(STYLESHEET))

  /** A route of a session, in the language that it asked for. */
  const inSession =
    (serve: (session: Session, request: Request, response: Response) => Promise<unknown>) =>
    async (request: Request, response: Response): Promise<void> => {
      const session = sessionOf(request, response)
      if (request.query.lang === 'id' || request.query.lang === 'en') session.language = request.query.lang
      await serve(session, request, response)
    }

  /** A route of an order, which nobody but its session sees. */
  const ofOrder = (serve: (order: Order, session: Session, request: Request, response: Response) => Promise<unknown>) =>
    inSession(async (session, request, response) => {
      const order = book.find(String(request.params.number))
      if (order?.sessionId === session.id) return serve(order, session, request, response)
      return response.status(404).send(messagePage(session, 'notFound'))
    })

  app.get(
    '/',
    inSession(async (session, request, response) => {
      const balance = await askBalance(dana, session, deviceOf(session, request))
      response.send(productPage(session, { balance, orders: book.ofSession(session.id) }))
    })
  )

  app.get(
    '/dana/bind',
    inSession(async (session, _request, response) => {
      session.danaState = randomUUID()
      const redirectUrl = `${address}/dana/callback`
      response.redirect(303, dana.oauthUrl({ redirectUrl, merchantId, state: session.danaState, lang: session.language }))
    })
  )

  app.get(
    '/dana/callback',
    inSession(async (session, request, response) => {
      session.notice = await finishBinding(dana, session, request.originalUrl)
      response.redirect(303, '/')
    })
  )

  app.post(
    '/dana/unbind',
    inSession(async (session, request, response) => {
      session.notice = await unbind(dana, session, merchantId, deviceOf(session, request))
      response.redirect(303, '/')
    })
  )

  /** Sends the user to DANA's cashier, or to the order, which tells why not. */
  const sendToPay = async (order: Order, session: Session, request: Request, response: Response) => {
    const payUrl = await startPayment(dana, order, { accessToken: session.accessToken, ...deviceOf(session, request) })
    response.redirect(303, payUrl ?? `/orders/${order.number}`)
  }

  app.post(
    '/orders',
    inSession(async (session, request, response) => {
      const product = PRODUCTS.find(({ id }) => id === request.body?.product)
      if (product === undefined) return response.status(404).send(messagePage(session, 'notFound'))
      const { id: sessionId, language } = session
      const order = placeOrder(book, { product, sessionId, merchantId, publicUrl: address, language })
      return sendToPay(order, session, request, response)
    })
  )

  app.post('/orders/:number/pay', ofOrder(sendToPay))

  app.get(
    '/orders/:number/return',
    ofOrder(async (order, session, _request, response) => {
      await refreshOrder(dana, order)
      response.send(returnPage(session, order))
    })
  )

  app.get(
    '/orders/:number',
    ofOrder(async (order, session, _request, response) => {
      await refreshOrder(dana, order)
      response.send(orderPage(session, order))
    })
  )

  app.post(
    '/orders/:number/refund',
    ofOrder(async (order, _session, _request, response) => {
      await refundHalf(dana, order)
      response.redirect(303, `/orders/${order.number}`)
    })
  )

  app.use(inSession(async (session, _request, response) => response.status(404).send(messagePage(session, 'notFound'))))
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    onError(error)
    response.status(500).send(messagePage(sessionOf(request, response), 'failed'))
  })

  let server: Server | undefined
  return {
    app,
    async start({ port = 0, host = '127.0.0.1' } = {}) {
      server = createServer(app).listen(port, host)
      await once(server, 'listening')
      address ||= `http://${host}:${(server.address() as AddressInfo).port}`
      return address
    },
    async stop() {
      if (server === undefined) return
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    }
  }
}

function deviceOf({ id }: Session, { ip }: Request): Device {
  return { deviceId: id, endUserIpAddress: ip ?? '127.0.0.1' }
}
