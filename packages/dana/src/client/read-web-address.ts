import { InvalidOptionError } from '../errors/invalid-option-error.js'

/**
 * Checks an address that stands in for one of DANA's own hosts, and takes the slash off its end.
 *
 * @param option the option or variable that it was given by, for the error
 * @throws {InvalidOptionError} when it is none, or when it is given in production, where a forgotten setting of a test
 *   would send customers and payments to somebody else
 */
export function readWebAddress(option: string, address: string, production: boolean): string {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new InvalidOptionError(option, `${option} must be an http or https address, such as http://127.0.0.1:4182`)
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new InvalidOptionError(option, `${option} must hold no user name, password, query or fragment`)
  }
  if (production)
    throw new InvalidOptionError(option, `${option} can't be set when env is production: it goes to DANA's own hosts`)
  return url.origin + url.pathname.replace(/\/+$/, '')
}
