import { withoutSpaces } from './without-spaces.js'

/**
 * Takes the whitespace between the tokens out of JSON text, and changes nothing else: numbers keep their spelling (`1.0`,
 * `1e3`, more digits than a double holds), strings their escapes, objects their order and their duplicate keys. That is the
 * `Minify` of SNAP signatures, which parsing and writing again is not.
 *
 * @returns undefined when it is not JSON, by the rules of `JSON.parse`
 *
 * @example
 * minifyJson('{ "value": 1.0, "note": "a b" }') // '{"value":1.0,"note":"a b"}'
 */
export function minifyJson(text: string): string | undefined {
  try {
    JSON.parse(text)
  } catch {
    return undefined
  }
  return withoutSpaces(text)
}
