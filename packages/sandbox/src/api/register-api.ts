import { Buffer } from 'node:buffer'
import { formatJakartaTime } from '@arus/snap-bi'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FaultRule } from '../faults/create-faults.js'
import { OPERATIONS } from '../generated/operations.js'
import { resumeMagic } from '../magic/obey-magic.js'
import { applyFault, type Sent } from './apply-fault.js'
import type { ApiParts, Call, Operation } from './call.js'
import { createHeldConnections } from './held-connections.js'
import type { OperationTable } from './operation-table.js'
import { accountUnbinding } from './operations/account-unbinding.js'
import { applyOtt } from './operations/apply-ott.js'
import { applyToken } from './operations/apply-token.js'
import { B2B_TOKEN, b2bToken } from './operations/b2b-token.js'
import { balanceInquiry } from './operations/balance-inquiry.js'
import { cancelOrder } from './operations/cancel-order.js'
import { makePicture } from './operations/make-picture.js'
import { queryPayment } from './operations/query-payment.js'
import { refundOrder } from './operations/refund-order.js'
import { widgetPayment } from './operations/widget-payment.js'
import { responseCodeOf, responseMessageOf } from './response-message.js'
import { serveOpenApi } from './serve-open-api.js'
import { type Reply, serveSnap } from './serve-snap.js'
import { createStrictChecks } from './strict-checks.js'
import { stringToSignOf } from './verify-call.js'

const SNAP_OPERATIONS: Readonly<Record<Exclude<OperationTable['operationId'], 'queryUserProfile'>, Operation>> = {
  accountUnbinding,
  applyOTT: applyOtt,
  applyToken,
  b2bToken,
  balanceInquiry,
  cancelOrder,
  queryPayment,
  refundOrder,
  widgetPayment
}

const OTHER_METHODS = ['GET', 'PUT', 'PATCH', 'DELETE']

/**
 * Adds DANA's nine operations to a server, on their paths and on the others that real clients use, and the token that older
 * clients ask for first. A path that is nobody's
 * answers 404 in JSON, as long as nothing else is registered for it.
 *
 * @example
 * const app = fastify()
 * registerApi(app, { engine, settings, faults: createFaults({ random: Math.random }), requestLog, sandboxKey })
 */
export function registerApi(app: FastifyInstance, parts: ApiParts): void {
  const { engine, settings, faults, requestLog, realNow = Date.now } = parts
  const strictChecks = createStrictChecks(parts)
  const held = createHeldConnections()
  const context = { ...parts, after: held.after }

  let told = { second: -1, text: '' }
  /** The real time, written out once a second. */
  const timestamp = (): string => {
    const second = Math.floor(realNow() / 1000)
    if (second !== told.second) told = { second, text: formatJakartaTime(second * 1000) }
    return told.text
  }

  const work = (call: Call): Promise<Reply> => {
    const { operationId } = call.table
    return operationId === 'queryUserProfile'
      ? serveOpenApi(call, parts)
      : serveSnap(call, SNAP_OPERATIONS[operationId], strictChecks, context)
  }

  const handle = async (table: OperationTable, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const [at, startedAt] = [realNow(), performance.now()]
    const call = callOf(table, request)
    const fault = faults.take(table.operationId)
    const serve = () => work(call).catch((error: unknown) => failed(table, error))
    const sent: Sent = fault === undefined ? await serve() : await applyFault(fault, call, serve, held.wait)
    log(call, sent, { at, durationMs: performance.now() - startedAt, fault })
    return send(reply, table, sent)
  }

  const log = (
    call: Call,
    sent: Sent,
    { at, durationMs, fault }: { at: number; durationMs: number; fault: FaultRule | undefined }
  ) => {
    requestLog.add({
      at,
      operation: call.table.operationId,
      method: call.method,
      path: call.url,
      headers: call.headers,
      body: call.bytes,
      stringToSign: () => stringToSignOf(call),
      signature: sent.signature,
      httpStatus: sent.httpStatus,
      responseCode: sent.responseCode,
      responseBody: sent.body,
      durationMs,
      ...(fault === undefined ? {} : { fault: fault.kind })
    })
  }

  const send = (reply: FastifyReply, table: OperationTable, sent: Sent): FastifyReply => {
    if (sent.droppedAfterMs !== undefined) {
      reply.hijack()
      held.hold(reply.raw.socket ?? reply.request.raw.socket, sent.droppedAfterMs)
      return reply
    }
    reply.code(sent.httpStatus).header('content-type', sent.contentType ?? 'application/json')
    if (table.headerProfile !== 'open-api') reply.header('x-timestamp', timestamp())
    if (sent.headers !== undefined) reply.headers(sent.headers)
    return reply.send(sent.body)
  }

  const refuseMethod = (table: OperationTable, request: FastifyRequest, reply: FastifyReply) =>
    refuseOutside(table, { httpStatus: 405, caseCode: '00' }, request, reply)

  /** For what is wrong before there is a body. */
  const refuseOutside = (
    table: OperationTable,
    outcome: { httpStatus: number; caseCode: string; message?: string },
    request: FastifyRequest,
    reply: FastifyReply
  ): FastifyReply => {
    const responseCode = responseCodeOf(table, outcome)
    const body = JSON.stringify({ responseCode, responseMessage: responseMessageOf(table, outcome) })
    const sent = { httpStatus: outcome.httpStatus, responseCode, body, signature: 'not checked' }
    log(callOf(table, request), sent, { at: realNow(), durationMs: 0, fault: undefined })
    return send(reply, table, sent)
  }

  app.addHook('onReady', async () => {
    // What the journal can't take is told by the next command.
    if (settings.magic) await resumeMagic(context).catch(() => undefined)
  })
  app.addHook('preClose', async () => held.endAll())
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // The bytes are what is signed, so nobody may parse them first.
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    scope.get('/m/portal/avatar/:name', (request, reply) => {
      const publicUserId = (request.params as { name: string }).name.replace(/\.png$/, '')
      const user = engine.listUsers().find((other) => other.publicUserId === publicUserId)
      if (user === undefined) return reply.code(404).send('')
      return reply.header('content-type', 'image/png').send(makePicture(`avatar ${user.id}`, 8, 8))
    })
    for (const table of [...Object.values(OPERATIONS), B2B_TOKEN])
      for (const url of [table.path, ...table.aliases]) {
        const errorHandler = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
          refuseOutside(table, outcomeOfError(error), request, reply)
        scope.route({
          method: 'POST',
          url,
          bodyLimit: settings.maxBodyBytes,
          errorHandler,
          handler: (request, reply) => handle(table, request, reply)
        })
        scope.route({
          method: OTHER_METHODS,
          url,
          bodyLimit: settings.maxBodyBytes,
          errorHandler,
          handler: (request, reply) => refuseMethod(table, request, reply)
        })
      }
  })
  app.setNotFoundHandler((_request, reply) =>
    reply
      .code(404)
      .header('content-type', 'application/json')
      .send('{"responseCode":"4040000","responseMessage":"Path Not Found"}')
  )
}

function callOf(table: OperationTable, { raw, method, body }: FastifyRequest): Call {
  return {
    table,
    method,
    url: raw.url ?? '/',
    headers: raw.headers,
    bytes: Buffer.isBuffer(body) ? body : Buffer.alloc(0)
  }
}

/** The journal failed, or the sandbox has a mistake in it: DANA's words for that, and ours for whoever looks. */
function failed(table: OperationTable, error: unknown): Reply {
  // A body of a hundred thousand brackets is too deep for the stack: nothing has happened by then.
  const isTooDeep = error instanceof RangeError && /call stack/i.test(error.message)
  const outcome = { httpStatus: isTooDeep ? 400 : 500, caseCode: '00' }
  const responseCode = responseCodeOf(table, outcome)
  const responseMessage = responseMessageOf(table, outcome)
  const debugMessage = `SANDBOX:${error instanceof Error ? error.message : String(error)}`
  return {
    httpStatus: outcome.httpStatus,
    responseCode,
    body: JSON.stringify({ responseCode, responseMessage, additionalInfo: { debugMessage } }),
    signature: 'not checked'
  }
}

function outcomeOfError(error: FastifyError): { httpStatus: number; caseCode: string; message?: string } {
  if (error.statusCode === 413) return { httpStatus: 413, caseCode: '00', message: 'Request Entity Too Large' }
  return { httpStatus: 400, caseCode: '00' }
}
