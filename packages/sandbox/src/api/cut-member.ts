/**
 * The text of one member of a JSON object, exactly as it stands there, spaces and escapes and all: what a signature over a
 * part of a body was made of. Where the key is there twice it is the last, as with `JSON.parse`.
 *
 * @param text JSON that `JSON.parse` takes; of other text the answer means nothing
 * @returns undefined when the text is no object or has no such key
 *
 * @example
 * cutMember('{"request": {"a": 1.0} ,"signature":"…"}', 'request') // '{"a": 1.0}'
 */
export function cutMember(text: string, key: string): string | undefined {
  const start = skipSpaces(text, 0)
  if (text[start] !== '{') return undefined
  let found: string | undefined
  let at = skipSpaces(text, start + 1)
  while (at < text.length && text[at] === '"') {
    const endOfKey = endOfText(text, at)
    const name: unknown = parse(text.slice(at, endOfKey))
    const from = skipSpaces(text, skipSpaces(text, endOfKey) + 1)
    const to = endOfValue(text, from)
    if (name === key) found = text.slice(from, to)
    const comma = skipSpaces(text, to)
    if (text[comma] !== ',') break
    at = skipSpaces(text, comma + 1)
  }
  return found
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function skipSpaces(text: string, at: number): number {
  let next = at
  while (next < text.length && ' \t\r\n'.includes(text[next]!)) next++
  return next
}

/** Where the text in quotes that begins here is over. */
function endOfText(text: string, at: number): number {
  for (let next = at + 1; next < text.length; next++) {
    if (text[next] === '\\') next++
    else if (text[next] === '"') return next + 1
  }
  return text.length
}

function endOfValue(text: string, at: number): number {
  let depth = 0
  let next = at
  while (next < text.length) {
    const character = text[next]!
    if (character === '"') next = endOfText(text, next)
    else if ('{['.includes(character)) {
      depth++
      next++
    } else if ('}]'.includes(character)) {
      if (depth === 0) return next
      depth--
      next++
      if (depth === 0) return next
      continue
    } else if (depth === 0 && ', \t\r\n'.includes(character)) return next
    else next++
    if (depth === 0 && character === '"') return next
  }
  return next
}
