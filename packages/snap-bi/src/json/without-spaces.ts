const QUOTE = 0x22
const BACKSLASH = 0x5c
const SPACE = 0x20

/**
 * Takes out what is whitespace if the text is JSON: outside strings, all that is below or at the space. It does not ask
 * whether the text is JSON, and is good for any.
 */
export function withoutSpaces(text: string): string {
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
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === QUOTE) break
    if (code === BACKSLASH) index++
  }
  return index
}
