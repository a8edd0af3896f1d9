/** A title that a test file gives to a test or a group of them. */
export type TestTitle = { kind: 'group' | 'test'; title: string }

const CALL = /\b(it|test|describe)(\.each)?(?=[(<])/g
const TITLE = /^\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/
/** A string, so that brackets in it don't count, or a bracket. */
const PIECE = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|[()]/g

/**
 * Reads the titles in a test file, in the order in which they stand there; those of tests made of a list as they are
 * written, with `%s` in them.
 *
 * @example
 * readTestTitles("it.each(['a'])('refuses %s', …)") // [{ kind: 'test', title: 'refuses %s' }]
 */
export function readTestTitles(source: string): TestTitle[] {
  return [...source.matchAll(CALL)].flatMap(({ index, 0: call, 1: word, 2: each }): TestTitle[] => {
    const rest = source.slice(index + call.length)
    const match = TITLE.exec(each === undefined ? rest : afterBrackets(rest))
    if (match === null) return []
    const title = (match[1] ?? match[2] ?? match[3] ?? '').replace(/\\(.)/g, '$1')
    return [{ kind: word === 'describe' ? 'group' : 'test', title }]
  })
}

/** What follows the bracket that closes the first one. */
function afterBrackets(text: string): string {
  let depth = 0
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (piece === '(') depth++
    else if (piece === ')' && --depth === 0) return text.slice(index + 1)
  }
  return ''
}

/** Says whether a file has the test: its title, and before it that of its group where one is named. */
export function hasTest(titles: TestTitle[], path: string[]): boolean {
  const [test, group] = path.toReversed()
  let isInGroup = group === undefined
  for (const { kind, title } of titles) {
    if (kind === 'group' && group !== undefined) isInGroup = title === group
    else if (kind === 'test' && title === test && isInGroup) return true
  }
  return false
}
