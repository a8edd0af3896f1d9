import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { readPage, readWord } from '../http/read-query.js'
import type { RegisterRoutes } from '../http/server-context.js'
import { EVENT_TYPES } from './event-types.js'
import { listEvents } from './list-events.js'
import { readEvent } from './read-event.js'
import { resendEvent } from './resend-event.js'

/** What a merchant was told, and what became of it at each endpoint. */
export const registerEventRoutes: RegisterRoutes = (app, { pool }) => {
  app.get('/events', async (request) => {
    return {
      data: await listEvents(pool, request.caller, { type: readWord(request, 'type', EVENT_TYPES), ...readPage(request) })
    }
  })

  app.get<{ Params: { id: string } }>('/events/:id', async (request, reply) => {
    return answerInPieces(reply, await readEvent(pool, request.caller, request.params.id))
  })

  app.post<{ Params: { id: string } }>('/events/:id/resend', async (request, reply) => {
    await resendEvent(pool, request.caller, request.params.id)
    return answerInPieces(reply, await readEvent(pool, request.caller, request.params.id))
  })
}

function answerInPieces(reply: FastifyReply, data: AsyncIterable<string>): FastifyReply {
  const pieces = async function* () {
    yield '{"data":'
    yield* data
    yield '}'
  }
  return reply.type('application/json; charset=utf-8').send(Readable.from(pieces()))
}
