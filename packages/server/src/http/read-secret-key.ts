import { SECRET_KEY_PATTERN } from '../api-keys/api-key.js'

/**
 * Reads the API key from an Authorization header. Three forms are accepted, and nothing else:
 * - `Basic base64(key:)`, HTTP Basic with an empty password;
 * - `Basic base64(base64(key:):)`, what `curl -u "$(printf 'key:' | base64):"` makes of the guide's own words;
 * - `base64(key:)` without a scheme, the guide's words taken literally.
 */
export function readSecretKey(authorization: string | undefined): string | undefined {
  const match = /^(?:Basic +)?([A-Za-z0-9+/]{1,400}={0,2})$/i.exec(authorization ?? '')
  if (match === null) return undefined
  const userName = readUserName(match[1]!)
  if (userName === undefined || SECRET_KEY_PATTERN.test(userName)) return userName
  const hasScheme = match[1] !== authorization
  return hasScheme ? readUserName(userName) : undefined
}

/** The user name of base64 credentials with an empty password; undefined when they are not exactly that. */
function readUserName(base64: string): string | undefined {
  const bytes = Buffer.from(base64, 'base64')
  // Node skips over what isn't base64; a header with such things in it is not one of the forms.
  if (bytes.toString('base64') !== base64) return undefined
  const [userName, password, ...rest] = bytes.toString('latin1').split(':')
  return password === '' && rest.length === 0 ? userName : undefined
}
