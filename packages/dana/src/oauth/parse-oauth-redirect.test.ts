import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OauthRedirectError } from './oauth-redirect-error.js'
import { parseOauthRedirect } from './parse-oauth-redirect.js'

const QUERY = 'responseCode=2001000&responseMessage=Successful&authCode=code-1&state=s-1'
const AGREED = { ok: true, authCode: 'code-1', state: 's-1', responseCode: '2001000', responseMessage: 'Successful' }

/** The error with which a redirect is refused. */
function errorOf(url: string | URL | URLSearchParams, state: string | undefined = 's-1'): OauthRedirectError {
  try {
    parseOauthRedirect(url, { state })
  } catch (error) {
    if (error instanceof OauthRedirectError) return error
    throw error
  }
  throw new Error('the redirect was accepted')
}

describe('what comes back from the binding page', () => {
  it.each<[string, string | URL | URLSearchParams]>([
    ['a whole URL', `https://merchant.example/callback?from=app&${QUERY}`],
    ['a path with its query', `/callback?${QUERY}#top`],
    ['a URL object', new URL(`https://merchant.example/callback?${QUERY}`)],
    ['parameters', new URLSearchParams(QUERY)]
  ])('is read from %s', (_, url) => {
    expect(parseOauthRedirect(url, { state: 's-1' })).toEqual(AGREED)
  })

  it.each(['authCode', 'auth_code', 'auth-code'])('has its code under %s', (name) => {
    expect(parseOauthRedirect(`/?${name}=a%2Bb%3D&state=s-1`, { state: 's-1' })).toMatchObject({ ok: true, authCode: 'a+b=' })
  })

  it('is a refusal without a code, or with the code of one', () => {
    const refused = { ok: false, state: 's-1', responseCode: '4011000', responseMessage: 'Unauthorized' }
    const query = 'responseCode=4011000&responseMessage=Unauthorized&state=s-1'
    expect(parseOauthRedirect(`/?${query}`, { state: 's-1' })).toEqual(refused)
    expect(parseOauthRedirect(`/?${query}&authCode=x`, { state: 's-1' })).toEqual(refused)
    expect(parseOauthRedirect('/?state=s-1&authCode=', { state: 's-1' })).toMatchObject({ ok: false, responseCode: undefined })
  })

  it("must carry this session's state", () => {
    expect(errorOf(`/?${QUERY}`, 's-2')).toMatchObject({ code: 'wrong_state', parameter: 'state' })
    expect(errorOf('/?authCode=code-1')).toMatchObject({ code: 'missing_state' })
    expect(errorOf('/?authCode=code-1&state=')).toMatchObject({ code: 'missing_state' })
    expect(errorOf('/callback')).toMatchObject({ code: 'missing_state' })
    // A session without a state must not agree with a redirect without one.
    expect(errorOf('/?authCode=code-1&state=', '')).toMatchObject({ code: 'no_expected_state' })
    expect(errorOf(`/?${QUERY}`, '')).toMatchObject({ code: 'no_expected_state' })
  })

  it('shows neither state nor code in an error', () => {
    expect(errorOf(`/?${QUERY}`, 'secret').message).not.toMatch(/secret|s-1|code-1/)
  })

  it.each([
    ['state', 'state=s-1'],
    ['state', 'state=other'],
    ['authCode', 'authCode=code-2'],
    ['authCode', 'auth_code=code-1'],
    ['responseCode', 'responseCode=4011000'],
    ['responseMessage', 'responseMessage=']
  ])('may not hold %s twice', (parameter, again) => {
    expect(errorOf(`/?${QUERY}&${again}`)).toMatchObject({ code: 'repeated_parameter', parameter })
  })

  it('agrees with the state that was sent and with no other, whatever is in it', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 })
    fc.assert(
      fc.property(text, text, (sent, found) => {
        const url = `/?authCode=c&state=${encodeURIComponent(found)}`
        if (sent === found) expect(parseOauthRedirect(url, { state: sent })).toMatchObject({ ok: true, state: sent })
        else expect(errorOf(url, sent).code).toBe('wrong_state')
        expect(parseOauthRedirect(`/?authCode=c&state=${encodeURIComponent(sent)}`, { state: sent }).ok).toBe(true)
      })
    )
  })

  it('throws nothing else, whatever the URL is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (url) => {
        try {
          parseOauthRedirect(url, { state: 's-1' })
        } catch (error) {
          expect(error).toBeInstanceOf(OauthRedirectError)
        }
      })
    )
  })
})
