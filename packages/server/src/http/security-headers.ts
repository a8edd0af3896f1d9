import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * What every answer says to browsers: run nothing, show it in no frame, guess no type, tell nobody where you were, give it
 * to no page of another site, keep no copy. Answers are about money and people.
 *
 * No answer carries an `Access-Control-…` header: pages of other sites can't read this server.
 */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store'
} as const

/** The pages of the documentation run their own scripts, and ask this server alone. */
const DOCUMENTATION_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

export function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(SECURITY_HEADERS)
  if (isDocumentation(request)) reply.header('Content-Security-Policy', DOCUMENTATION_POLICY)
}

function isDocumentation({ routeOptions }: FastifyRequest): boolean {
  return routeOptions?.url?.startsWith('/docs') === true
}
