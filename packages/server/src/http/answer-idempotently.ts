import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Connection } from '../database/create-pool.js'
import { ApiError } from '../errors/api-error.js'
import { fingerprintRequest } from '../idempotency/fingerprint-request.js'
import { readIdempotencyHeaders } from '../idempotency/read-idempotency-headers.js'
import { type IdempotentAnswer, runIdempotently } from '../idempotency/run-idempotently.js'
import type { ServerContext } from './server-context.js'

/**
 * Does what a request asks for once for each of its idempotency keys, and answers: with the work's own answer, or with
 * the first one again. All of the work happens in the transaction that it is given.
 *
 * @example
 * app.post('/disbursements/topup', (request, reply) =>
 *   answerIdempotently(context, request, reply, async (connection) => {
 *     return { statusCode: 200, body: { data: presentTopup(await createTopup(connection, …)) } }
 *   })
 * )
 */
export async function answerIdempotently(
  context: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  work: Work
): Promise<FastifyReply> {
  return sendAnswer(reply, await workIdempotently(context, request, work))
}

type Work = (connection: Connection) => Promise<{ statusCode: number; body: unknown }>

/**
 * The same without the answer, which `sendAnswer` sends: for what must be done between the two. Nothing may be done after
 * an answer, since a server that stops waits for answers only.
 */
export async function workIdempotently(context: ServerContext, request: FastifyRequest, work: Work): Promise<IdempotentAnswer> {
  const { requestKey } = readIdempotencyHeaders(request.headers)
  requireRequestKey(context, requestKey)
  const { merchantId, isLive } = request.caller
  const fingerprint = fingerprintRequest({
    method: request.method,
    path: pathOf(request),
    query: request.query as object,
    body: request.body
  })
  return runIdempotently(context.pool, { merchantId, isLive, key: requestKey, fingerprint }, work)
}

/** Sends what `runIdempotently` gave, and says when it is a first answer given again. */
export function sendAnswer(reply: FastifyReply, answer: IdempotentAnswer): FastifyReply {
  if (answer.isReplay) reply.header('Idempotent-Replayed', 'true')
  return reply.code(answer.statusCode).type('application/json; charset=utf-8').send(answer.body)
}

/** @throws ApiError DPAY_INVALID_REQUEST where this server insists on a key and the request has none */
export function requireRequestKey(context: ServerContext, requestKey: string | undefined): void {
  if (requestKey !== undefined || !context.configuration.requireRequestKey) return
  const message = 'is required by this server: send a new one with each request, and the same one when you try again'
  throw new ApiError('DPAY_INVALID_REQUEST', {
    message: `the header X-Idempotency-Key ${message}`,
    fieldErrors: [{ field: 'X-Idempotency-Key', message }]
  })
}

/** The path of a request with its identifiers, without the query. */
export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0]!
}
