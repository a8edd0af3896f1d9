import { createHash, timingSafeEqual } from 'node:crypto'
import { OauthRedirectError } from './oauth-redirect-error.js'

/** What the user's browser brought back from DANA. */
export type OauthRedirect =
  | {
      /** The user agreed. */
      ok: true
      /** For `applyToken`, within 10 minutes, once. */
      authCode: string
      state: string
      responseCode: string | undefined
      responseMessage: string | undefined
    }
  | {
      /** The user said no, or DANA did: `responseCode` tells, where DANA gave one. */
      ok: false
      state: string
      responseCode: string | undefined
      responseMessage: string | undefined
    }

/** What DANA's own clients have called it. */
const AUTH_CODE = ['authCode', 'auth_code', 'auth-code']

/**
 * Reads the URL that DANA sent the user's browser back to, after checking that this user's session asked for it.
 *
 * @param url the whole URL, or its path and query as a server sees it, or the query's parameters
 * @param options `state`: the one that was given to `generateOauthUrl`, from the user's session
 * @throws {OauthRedirectError} when the state is missing or another, or a parameter is there twice; `code` says which
 *
 * @example
 * const redirect = parseOauthRedirect(request.url ?? '', { state: session.danaState })
 * if (redirect.ok) {
 *   await widgetApi.applyToken({ grantType: 'AUTHORIZATION_CODE', authCode: redirect.authCode })
 * }
 */
export function parseOauthRedirect(
  url: string | URL | URLSearchParams,
  options: { state: string | undefined | null }
): OauthRedirect {
  const parameters = parametersOf(url)
  const state = requireState(options.state, only(parameters, ['state']))
  const authCode = only(parameters, AUTH_CODE)
  const responseCode = only(parameters, ['responseCode'])
  const responseMessage = only(parameters, ['responseMessage'])
  const answer = { state, responseCode, responseMessage }
  const isRefusal = !authCode || !(responseCode ?? '200').startsWith('200')
  return isRefusal ? { ok: false, ...answer } : { ok: true, authCode, ...answer }
}

function parametersOf(url: string | URL | URLSearchParams): URLSearchParams {
  if (url instanceof URLSearchParams) return url
  const [text] = String(url).split('#', 1)
  const start = text!.indexOf('?')
  return new URLSearchParams(start < 0 ? '' : text!.slice(start + 1))
}

/** The one value under any of the names; an empty one counts as absent. */
function only(parameters: URLSearchParams, names: string[]): string | undefined {
  const values = names.flatMap((name) => parameters.getAll(name))
  if (values.length > 1) throw new OauthRedirectError('repeated_parameter', `${names[0]} is there more than once`, names[0])
  return values[0] || undefined
}

/** Compared as hashes, so that the time it takes tells nothing of the session's. */
function requireState(expected: string | undefined | null, found: string | undefined): string {
  if (!expected) throw new OauthRedirectError('no_expected_state', 'the session has no state to compare with')
  if (found === undefined) throw new OauthRedirectError('missing_state', 'the redirect has no state')
  if (timingSafeEqual(hash(found), hash(expected))) return found
  throw new OauthRedirectError('wrong_state', "the redirect's state is not the session's")
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
