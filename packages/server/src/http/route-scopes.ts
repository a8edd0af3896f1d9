import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import type { KeyScope } from '../api-keys/key-scope.js'
import { ApiError, type ErrorCode } from '../errors/api-error.js'
import { readBoolean } from './read-query.js'

/** The scope that each route needs. A route that is not here is not served: the server doesn't start with one. */
export const ROUTE_SCOPES: ReadonlyMap<string, KeyScope> = new Map<string, KeyScope>([
  ['POST /v1/disbursements/submit', 'submit'],
  ['DELETE /v1/disbursements/:id', 'submit'],
  ['POST /v1/disbursements/validate', 'submit'],

  ['POST /v1/disbursements/:id/approve', 'approve'],
  ['POST /v1/disbursements/:id/reject', 'approve'],
  ['POST /v1/cases/:id/settle', 'approve'],

  ['GET /v1/disbursements', 'read'],
  ['GET /v1/disbursements/:id', 'read'],
  ['GET /v1/disbursements/:id/status', 'read'],
  ['GET /v1/disbursements/:id/items', 'read'],
  ['POST /v1/disbursements/status', 'read'],
  ['GET /v1/disbursements/banks', 'read'],
  ['GET /v1/disbursements/topup/balance', 'read'],
  ['GET /v1/disbursements/topup/:id', 'read'],
  ['GET /v1/webhook_endpoints', 'read'],
  ['GET /v1/events', 'read'],
  ['GET /v1/events/:id', 'read'],
  ['GET /v1/cases', 'read'],
  ['GET /v1/cases/:id', 'read'],

  ['POST /v1/disbursements/topup', 'manage'],
  ['POST /v1/webhook_endpoints', 'manage'],
  ['DELETE /v1/webhook_endpoints/:id', 'manage'],
  ['POST /v1/webhook_endpoints/:id/rotate', 'manage'],
  ['POST /v1/events/:id/resend', 'manage'],
  ['POST /v1/simulator/topups/:id/complete', 'manage'],
  ['POST /v1/simulator/items/:id/settle', 'manage']
])

const CODES: Record<KeyScope, ErrorCode> = {
  read: 'SCOPE_READ_REQUIRED',
  submit: 'SCOPE_SUBMIT_REQUIRED',
  approve: 'SCOPE_APPROVE_REQUIRED',
  manage: 'SCOPE_MANAGE_REQUIRED'
}

const SUBMIT = 'POST /v1/disbursements/submit'

/** Keeps routes without a scope from being served, whoever adds them. */
export function requireRouteScopes(api: FastifyInstance): void {
  api.addHook('onRoute', ({ method, url }: RouteOptions) => {
    for (const one of [method].flat()) {
      if (scopeOf(one, url) === undefined) throw new Error(`${one} ${url} has no scope: give it one in route-scopes.ts`)
    }
  })
}

/**
 * Refuses what the caller's key has no scope for. With `force_disburse` a submit approves too, and needs both.
 *
 * @throws ApiError SCOPE_…_REQUIRED
 */
export function requireScopes(request: FastifyRequest): void {
  const { method, url } = request.routeOptions
  const scope = scopeOf([method].flat()[0], url)
  if (scope === undefined) throw new Error(`${method} ${url} has no scope`)
  requireScope(request, scope)
  const approves = `${method} ${url}` === SUBMIT && readBoolean(request, 'force_disburse')
  if (approves) requireScope(request, 'approve')
}

function requireScope({ caller }: FastifyRequest, scope: KeyScope): void {
  if (!caller.scopes.includes(scope)) throw new ApiError(CODES[scope])
}

/** The framework answers HEAD wherever it answers GET. */
function scopeOf(method: string | undefined, url: string | undefined): KeyScope | undefined {
  return ROUTE_SCOPES.get(`${method === 'HEAD' ? 'GET' : method} ${url}`)
}
