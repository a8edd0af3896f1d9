import { readWebAddress } from '../client/read-web-address.js'
import { isProductionEnvironment, readEnvironment } from './read-environment.js'

/**
 * Where DANA's web pages are instead of at DANA's, from `DANA_WEB_URL`, for the static functions.
 *
 * @throws {InvalidOptionError} when it is no address, or when the environment says production
 */
export function environmentWebUrl(): string | undefined {
  const webUrl = readEnvironment('DANA_WEB_URL')
  return webUrl === undefined ? undefined : readWebAddress('DANA_WEB_URL', webUrl, isProductionEnvironment())
}
