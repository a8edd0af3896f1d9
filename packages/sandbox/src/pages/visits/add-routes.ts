import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { expiredPage } from '../layout/expired-page.js'
import { sendPage } from '../layout/send-page.js'
import { readCookie } from '../security/read-cookie.js'
import type { Sessions } from '../sessions/sessions.js'
import type { SessionData } from './session-data.js'
import { makeVisit, type Visit } from './visit.js'

export type Handler = (visit: Visit) => FastifyReply | Promise<FastifyReply>

/** Adds pages. What is added with `post` runs for forms of the same session only. */
export type RouteAdder = {
  get: (path: string, handler: Handler) => void
  post: (path: string, handler: Handler) => void
  /** What runs a page outside a route of its own. */
  handle: (handler: Handler) => (request: FastifyRequest, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>
}

/**
 * @param cookie its name and what else it says; one for customers and one for the developer, so that neither's session is of use
 *   to the other's pages
 */
export function routeAdder(
  app: FastifyInstance,
  { sessions, cookie }: { sessions: Sessions<SessionData>; cookie: () => { name: string; attributes: string } }
): RouteAdder {
  const visit = (request: FastifyRequest, reply: FastifyReply): { visit: Visit; isKnown: boolean } => {
    const { name, attributes } = cookie()
    const found = sessions.find(readCookie(request.headers.cookie, name))
    const session = found ?? sessions.create()
    if (found === undefined) reply.header('set-cookie', `${name}=${session.id}; ${attributes}`)
    return { visit: makeVisit(request, reply, session), isKnown: found !== undefined }
  }

  return {
    // Without HEAD, which would use up an OTT as GET does.
    get: (path, handler) => {
      app.get(path, { exposeHeadRoute: false }, (request, reply) => handler(visit(request, reply).visit))
    },
    handle: (handler) => (request, reply) => handler(visit(request, reply).visit),
    post: (path, handler) => {
      app.post(path, (request, reply) => {
        const { visit: made, isKnown } = visit(request, reply)
        if (!isKnown || !sessions.isFormTokenOf(made.session, made.form.get('_token'))) return sendPage(made, expiredPage(made))
        return handler(made)
      })
    }
  }
}
