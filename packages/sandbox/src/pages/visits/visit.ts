import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Content, Markup } from '../html/html.js'
import { html } from '../html/html.js'
import { type Form, parseForm } from '../security/parse-form.js'
import type { Session } from '../sessions/sessions.js'
import { type Language, TEXTS, type Texts } from '../texts/texts.js'
import type { SessionData } from './session-data.js'

/** One request for a page, and who made it. */
export type Visit = {
  request: FastifyRequest
  reply: FastifyReply
  session: Session<SessionData>
  language: Language
  texts: Texts
  query: Form
  /** The fields of the form, where one was sent. */
  form: Form
}

/** The query of a request's address, without the question mark. */
export function queryText(request: FastifyRequest): string {
  const start = request.url.indexOf('?')
  return start < 0 ? '' : request.url.slice(start + 1)
}

/** @param session of the browser, found or new; what it says about the language is brought up to date */
export function makeVisit(request: FastifyRequest, reply: FastifyReply, session: Session<SessionData>): Visit {
  const query = parseForm(queryText(request))
  const wanted = query.get('lang')
  if (wanted === 'id' || wanted === 'en') session.data.language = wanted
  const language = session.data.language ?? 'id'
  const form = typeof request.body === 'string' ? parseForm(request.body) : new Map<string, string>()
  return { request, reply, session, language, texts: TEXTS[language], query, form }
}

/** A form of this session that is sent to an address of ours. */
export function formOf(visit: Visit, action: string, content: Content, { className }: { className?: string } = {}): Markup {
  return html`<form method="post" action="${action}"${className !== undefined && html` class="${className}"`} novalidate><input type="hidden" name="_token" value="${visit.session.formToken}">${content}</form>`
}

/** Sends the browser on to another page, by GET, so that going back or loading anew repeats nothing. */
export function goTo(visit: Visit, address: string): FastifyReply {
  return visit.reply.header('cache-control', 'no-store').header('referrer-policy', 'same-origin').redirect(address, 303)
}
