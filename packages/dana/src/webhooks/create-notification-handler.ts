import type { FinishNotifyRequest } from '../generated/webhook-models.js'
import { type NotificationResponse, notificationResponse } from './notification-response.js'
import { readBody } from './read-body.js'
import type { WebhookHeaders } from './read-signature-headers.js'
import { toVerifier } from './to-verifier.js'
import {
  type NotificationDelivery,
  type NotificationRequest,
  type VerifyNotificationOptions,
  verifyNotification
} from './verify-notification.js'
import { WebhookVerificationError } from './webhook-verification-error.js'

export type NotificationHandlerOptions = VerifyNotificationOptions & {
  /**
   * Books a notification that DANA signed. When it throws, DANA is asked to send it again. It may be called twice for one
   * order: by a repeat without a `replayStore`, and after a crash with one, so it must be a booking by order number or by
   * `delivery.id` that changes nothing the second time.
   */
  onNotification(notification: FinishNotifyRequest, delivery: { id: string }): unknown
  /**
   * Is told what was refused ({@link WebhookVerificationError}), what `onNotification` or the store threw, and with the
   * last two of which notification. Default: `console.error`, but for messages that DANA did not sign.
   */
  onError?: ((error: unknown, notification?: FinishNotifyRequest) => unknown) | undefined
}

/** A request of `node:http`, or of Express, which adds to it. */
export type NodeNotificationRequest = AsyncIterable<Uint8Array> & {
  method?: string | undefined
  url?: string | undefined
  originalUrl?: string | undefined
  headers: WebhookHeaders
  body?: unknown
  rawBody?: unknown
  readableEnded?: boolean
  readableDidRead?: boolean
}

/** A response of `node:http`, or of Express. */
export type NodeNotificationResponse = {
  statusCode: number
  setHeader(name: string, value: string): unknown
  end(body: string): unknown
}

/** A request of Fastify. */
export type FastifyNotificationRequest = {
  method: string
  originalUrl?: string
  headers: WebhookHeaders
  body?: unknown
  rawBody?: unknown
  raw: NodeNotificationRequest
}

/** A reply of Fastify. */
export type FastifyNotificationReply = {
  code(status: number): unknown
  headers(headers: Record<string, string>): unknown
  send(body: string): unknown
}

/** One handler, in the form that each framework calls. None of them ever rejects: what fails is answered. */
export type NotificationHandler = {
  /** For `node:http`: `createServer(handler.node)`. */
  node(request: NodeNotificationRequest, response: NodeNotificationResponse): Promise<void>
  /** For Express: `app.post(path, handler.express)`, before any body parser or behind `express.raw({ type: '*\/*' })`. */
  express(request: NodeNotificationRequest, response: NodeNotificationResponse): Promise<void>
  /** For Fastify: `app.post(path, handler.fastify)`, where bodies are parsed as buffers. */
  fastify(request: FastifyNotificationRequest, reply: FastifyNotificationReply): Promise<unknown>
  /** For whatever speaks Fetch: Next's `export const POST = handler.fetch`, Hono's `(context) => handler.fetch(context.req.raw)`. */
  fetch(request: Request): Promise<Response>
  /** For anything else: takes the parts of a request, gives those of the answer. */
  handle(request: NotificationRequest): Promise<NotificationResponse>
}

const HOW_TO_GET_THE_BODY = {
  node: 'read nothing from the request before the handler does',
  express:
    "register the route before app.use(express.json()), or give it express.raw({ type: '*/*' }); or keep the bytes as " +
    'request.rawBody: express.json({ verify: (request, _, bytes) => { request.rawBody = bytes } })',
  fastify:
    'around this route, in a plugin of its own, call removeAllContentTypeParsers() and ' +
    "addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => done(null, body))"
}

/**
 * Makes a handler of DANA's finish-notify messages for the framework at hand: reads the body as it was signed, verifies it
 * ({@link verifyNotification}), calls `onNotification` once and answers with DANA's codes. It answers "retry" when
 * `onNotification` throws and while another request is at the same delivery, and success to a repeat of a handled one.
 *
 * The path is the one in the request line, a mounted router's prefix included. Where a proxy changes it on the way, give
 * the one that DANA calls as `path`.
 *
 * @throws {KeyError} at once, when `publicKey` is none
 *
 * @example
 * const handler = createNotificationHandler({
 *   publicKey: process.env.DANA_PUBLIC_KEY ?? '',
 *   replayStore: createMemoryReplayStore(),
 *   onNotification: (notification) => book(notification)
 * })
 * createServer(handler.node).listen(3000)
 */
export function createNotificationHandler(options: NotificationHandlerOptions): NotificationHandler {
  const settings = { ...options, publicKey: toVerifier(options.publicKey) }
  const now = () => (options.clock ?? Date.now)()

  function report(error: unknown, notification?: FinishNotifyRequest): void {
    const tell = options.onError ?? ((cause: unknown) => isOfStrangers(cause) || console.error(cause))
    // Whoever is told must not change the answer by failing at it.
    new Promise((resolve) => resolve(tell(error, notification))).catch(() => {})
  }

  async function respond(delivery: NotificationDelivery): Promise<NotificationResponse> {
    const { state, id, notification } = delivery
    if (state !== 'new') return notificationResponse[state === 'handled' ? 'success' : 'retry'](now())
    const reportThis = (error: unknown) => report(error, notification)
    try {
      await options.onNotification(notification, { id })
    } catch (error) {
      reportThis(error)
      await delivery.abandon().catch(reportThis)
      return notificationResponse.retry(now())
    }
    // It is booked, and success is true, even if a repeat will be new.
    await delivery.complete().catch(reportThis)
    return notificationResponse.success(now())
  }

  /** The request may be what has to be read first. */
  async function receive(read: () => Promise<Request | NotificationRequest>): Promise<NotificationResponse> {
    try {
      return await respond(await verifyNotification(await read(), settings))
    } catch (error) {
      report(error)
      return notificationResponse.forError(error, now())
    }
  }

  const nodeHandler =
    (framework: 'node' | 'express') => async (request: NodeNotificationRequest, response: NodeNotificationResponse) => {
      const { status, headers, body } = await receive(async () => ({
        method: request.method ?? '',
        path: request.originalUrl ?? request.url,
        headers: request.headers,
        body: await rawBodyOf(request, request, framework, settings)
      }))
      response.statusCode = status
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      // What was not read of the body must not be taken for the next request.
      if (!request.readableEnded) response.setHeader('Connection', 'close')
      response.end(body)
    }

  return {
    node: nodeHandler('node'),
    express: nodeHandler('express'),
    async fastify(request, reply) {
      const { status, headers, body } = await receive(async () => ({
        method: request.method,
        path: request.originalUrl ?? request.raw.url,
        headers: request.headers,
        body: await rawBodyOf(request, request.raw, 'fastify', settings)
      }))
      reply.code(status)
      reply.headers(headers)
      return reply.send(body)
    },
    async fetch(request) {
      const { status, headers, body } = await receive(async () => request)
      return new Response(body, { status, headers })
    },
    handle: (request) => receive(async () => request)
  }
}

/** The bytes that were signed: kept by a raw parser, or still in the stream. */
async function rawBodyOf(
  { rawBody, body }: { rawBody?: unknown; body?: unknown },
  stream: NodeNotificationRequest,
  framework: keyof typeof HOW_TO_GET_THE_BODY,
  options: VerifyNotificationOptions
): Promise<string | Uint8Array> {
  for (const bytes of [rawBody, body]) if (typeof bytes === 'string' || bytes instanceof Uint8Array) return bytes
  // Some parsers leave an empty object where they read nothing, so the stream is asked.
  if (!stream.readableEnded && !stream.readableDidRead) return readBody(stream, options)
  const text = `The body was parsed before it could be verified. To get it as it was signed: ${HOW_TO_GET_THE_BODY[framework]}.`
  throw new WebhookVerificationError('body_already_parsed', text)
}

/** What anybody can cause, and would fill a log with. A stale message is none of it: DANA signed it, and a clock is wrong. */
function isOfStrangers(error: unknown): boolean {
  if (!(error instanceof WebhookVerificationError)) return false
  return error.code !== 'body_already_parsed' && error.code !== 'stale_timestamp'
}
