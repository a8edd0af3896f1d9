import { ControlError } from '../control/control-error.js'

/** @throws {ControlError} when it is no address */
export function parseAddress(text: string, what: string): URL {
  if (URL.canParse(text)) return new URL(text)
  throw new ControlError(400, 'invalid', `the ${what} is no address: ${JSON.stringify(text)}`)
}
