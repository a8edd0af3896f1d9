/** A string or template as it stands in a source, and where. */
export type Literal = {
  start: number
  end: number
  /** What is between the quotes, with the expressions of a template left in. */
  text: string
  /** The expressions of a template, without `${` and `}`. */
  expressions: string[]
}

const QUOTES = new Set(["'", '"', '`'])
/** After one of these, a slash begins a regular expression and divides nothing. */
const BEFORE_PATTERN = /(^|[=(,:;!&|?{}[\n>]|\breturn|\btypeof|=>)\s*$/

/**
 * Reads every string and template of a TypeScript source, those inside of templates' expressions too. Comments and regular
 * expressions hold none.
 */
export function readLiterals(source: string): Literal[] {
  const found: Literal[] = []
  readCode(source, 0, false, found)
  return found.sort((one, other) => one.start - other.start)
}

/** @returns where the code ends: at the end of the source, or at the brace that closes an expression */
function readCode(source: string, from: number, isExpression: boolean, found: Literal[]): number {
  let depth = 0
  for (let at = from; at < source.length; at++) {
    const character = source[at]!
    if (source.startsWith('//', at)) at = endOf(source, '\n', at) - 1
    else if (source.startsWith('/*', at)) at = endOf(source, '*/', at + 2) + 1
    else if (character === '/' && BEFORE_PATTERN.test(source.slice(Math.max(0, at - 20), at))) at = endOfPattern(source, at)
    else if (QUOTES.has(character)) at = readLiteral(source, at, found)
    else if (character === '{') depth++
    else if (character === '}') {
      if (depth === 0 && isExpression) return at
      depth--
    }
  }
  return source.length
}

/** @returns where its closing quote is */
function readLiteral(source: string, start: number, found: Literal[]): number {
  const quote = source[start]
  const expressions: string[] = []
  let at = start + 1
  for (; at < source.length && source[at] !== quote; at++) {
    if (source[at] === '\\') at++
    else if (quote === '`' && source.startsWith('${', at)) {
      const end = readCode(source, at + 2, true, found)
      expressions.push(source.slice(at + 2, end))
      at = end
    }
  }
  found.push({ start, end: at + 1, text: source.slice(start + 1, at), expressions })
  return at
}

function endOf(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from)
  return at < 0 ? source.length : at
}

function endOfPattern(source: string, start: number): number {
  let isClass = false
  for (let at = start + 1; at < source.length; at++) {
    const character = source[at]
    if (character === '\\') at++
    else if (character === '[') isClass = true
    else if (character === ']') isClass = false
    else if (character === '/' && !isClass) return at
    else if (character === '\n') return start
  }
  return start
}
