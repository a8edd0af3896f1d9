const QUOTE = 0x22
const BACKSLASH = 0x5c
const SPACE = 0x20

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

/** In JSON, what is outside strings and below or at the space is whitespace. */
function withoutSpaces(text: string): string {
  let minified = ''
  let kept = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === QUOTE) index = endOfString(text, index)
    else if (code <= SPACE) {
      minified += text.slice(kept, index)
      kept = index + 1
    }
  }
  return minified + text.slice(kept)
}

function endOfString(text: string, start: number): number {
  let index = start + 1
  while (index < text.length && text.charCodeAt(index) !== QUOTE) index += text.charCodeAt(index) === BACKSLASH ? 2 : 1
  return index
}
