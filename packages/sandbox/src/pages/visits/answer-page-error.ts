import type { FastifyReply, FastifyRequest } from 'fastify'
import { html } from '../html/html.js'
import { pageHeaders } from '../security/page-headers.js'
import { TEXTS } from '../texts/texts.js'

/** What is shown when a page could not be made. It may be the session that failed, so it needs none. */
export function answerPageError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { statusCode = 500, message = '' } = error as { statusCode?: number; message?: string }
  if (statusCode >= 500) request.log.error(error)
  const { developer } = TEXTS.id
  const text = html`<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${developer.crashed}</title><meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>${developer.crashed}</h1><p>${message}</p></main></body></html>`
  return reply
    .status(statusCode)
    .headers(pageHeaders({ leadsElsewhere: false }))
    .send(String(text))
}
