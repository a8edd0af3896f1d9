import { type Literal, readLiterals } from './read-literals.js'
import type { Fault, Rule, SourceFile } from './source-file.js'

const WRITES_SQL = /^packages\/(server|cli)\/src\/.*\.ts$/
const TESTS = /\.test\.ts$|\/testing\/|\/generated\//
/** How a statement begins, or a part of one reads. Sentences for people don't shout. */
const LOOKS_LIKE_SQL =
  /\b(SELECT|INSERT INTO|DELETE FROM|LISTEN|NOTIFY|TRUNCATE|(CREATE|ALTER|DROP) (TABLE|DATABASE|ROLE|FUNCTION|INDEX))\b|\bUPDATE [a-z_]+\b|\b(FROM|WHERE|RETURNING|VALUES|ORDER BY|GROUP BY)\b/
/** A constant of a module is made when it is loaded, before anybody could send anything. */
const CONSTANT = /^[A-Z][A-Z0-9_]*$/
/** A function of words that are written beside it, `secondsSince('min(due_at)')`: what it makes of them is looked at where it is. */
const MADE_OF_WORDS = /^[a-z]\w*\('[^']*'\)$/

/**
 * What may be put into SQL although it is no constant, and why that is safe: each is looked at by a person, once. One that
 * nothing needs any more is a fault of its own (see the test).
 */
export const KNOWN_PARTS: readonly { path: string; parts: readonly string[]; why: string }[] = [
  {
    path: 'packages/server/src/database/embedded-postgres/ensure-database.ts',
    parts: ['pg.escapeIdentifier(name)', 'sql'],
    why: 'CREATE DATABASE takes no parameters; the name comes from DATABASE_URL, and is escaped'
  },
  {
    path: 'packages/server/src/database/migrate.ts',
    parts: ['migration.sql'],
    why: 'a migration is a file of this package'
  },
  {
    path: 'packages/server/src/ledger/ledger-checks.ts',
    parts: [
      'stored',
      'side',
      'sum',
      'purpose',
      'holdColumn',
      'share',
      'transferColumn',
      'amountColumn',
      'what',
      'table',
      'state',
      'fault',
      'isWrong',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression as it is written in that file
      "WAYS.map((way) => `(${way.map((word) => `'${word}'`).join(', ')})`).join(', ')"
    ],
    why: 'the checks are a constant, made when the module is loaded: one text for each pair of columns'
  },
  {
    path: 'packages/server/src/ledger/verify-ledger.ts',
    parts: ['check.faults'],
    why: 'one of the texts of that constant'
  },
  {
    path: 'packages/server/src/quarantine/lock-intake.ts',
    parts: ['how'],
    why: 'one of two texts that are written there'
  },
  {
    path: 'packages/server/src/statements/copies-of-line.ts',
    parts: ['table'],
    why: 'one of two names of tables, which are written where it is called'
  },
  {
    path: 'packages/server/src/secrets/reseal-chunk.ts',
    parts: ['select', 'update'],
    why: 'texts of a constant there, chosen by the table'
  },
  {
    path: 'packages/server/src/http/read-backlog.ts',
    parts: ['time'],
    why: 'a function of that file alone, called with words that are written there'
  }
]

/** Values reach the database as parameters, so no value is ever read as SQL: not even one that nobody thought of. */
export const sqlIsWhole: Rule = (file) => {
  if (!WRITES_SQL.test(file.path) || TESTS.test(file.path)) return []
  const known = new Set(KNOWN_PARTS.filter(({ path }) => path === file.path).flatMap(({ parts }) => parts))
  return findPartsOfSql(file)
    .filter(({ part }) => !known.has(part))
    .map(({ fault }) => fault)
}

/** Everything in SQL that is neither written there nor a constant. */
export function findPartsOfSql(file: SourceFile): { part: string; fault: Fault }[] {
  const literals = readLiterals(file.text)
  const sql = literals.filter(({ text }) => LOOKS_LIKE_SQL.test(text))
  return [
    ...sql.flatMap((literal) => findExpressions(file, literal)),
    ...sql.flatMap((literal) => findJoins(file, literal)),
    ...findOpaqueQueries(file, literals),
    ...findFalseConstants(file, literals)
  ]
}

type Found = { part: string; fault: Fault }

function findExpressions(file: SourceFile, { expressions, start }: Literal): Found[] {
  return expressions
    .map((expression) => expression.trim())
    .filter((expression) => !CONSTANT.test(expression) && !MADE_OF_WORDS.test(expression))
    .map((part) => found(file, start, part, `\${${part}} is put into SQL: give it as a parameter ($1), or name a constant`))
}

/** `'SELECT …' + more`, `more + ' WHERE …'`, `'SELECT …'.replace(…)`. */
function findJoins(file: SourceFile, { start, end, text }: Literal): Found[] {
  const isJoined =
    /^\s*(\+|\.\w)/.test(file.text.slice(end, end + 80)) || /[^+]\+=?\s*$/.test(file.text.slice(Math.max(0, start - 80), start))
  return isJoined ? [found(file, start, text, 'SQL is put together from strings: write it whole')] : []
}

/** A query whose text is not written where it is asked. */
function findOpaqueQueries(file: SourceFile, literals: Literal[]): Found[] {
  const code = blankOut(file.text, literals)
  return [...code.matchAll(/\.query(?=[<(])/g)].flatMap((match) => {
    const open = skipTypes(code, match.index + match[0].length)
    if (code[open] !== '(') return []
    const argument = /^\s*(\{[^}]*?\btext\s*(?::\s*)?)?([\w.]+|`|'|")?/.exec(code.slice(open + 1))
    const part = argument?.[2] ?? ''
    if (/^[`'"]$/.test(part) || CONSTANT.test(part)) return []
    return [
      found(
        file,
        match.index,
        part,
        `the text of a query is ${part || 'not there'}: write it where it is asked, or name a constant`
      )
    ]
  })
}

/** A name that looks like a constant and is none would slip through. */
function findFalseConstants(file: SourceFile, literals: Literal[]): Found[] {
  return [...blankOut(file.text, literals).matchAll(/^(?:[ \t]+(?:const|let|var)|let|var|export let) ([A-Z][A-Z0-9_]+)\b/gm)].map(
    (match) =>
      found(
        file,
        match.index,
        match[1]!,
        `${match[1]} is written like a constant of the module: make it one, or name it otherwise`
      )
  )
}

/** The types of a call, `<{ id: string }>`, whose brackets nest. */
function skipTypes(code: string, from: number): number {
  let depth = 0
  let at = from
  for (; at < code.length; at++) {
    if (code[at] === '<') depth++
    if (code[at] === '>' && code[at - 1] !== '=') depth--
    if (depth === 0 && code[at] !== '>') break
  }
  return at
}

/** The source with what is inside its quotes blank, so that no brace or word in there counts. */
function blankOut(text: string, literals: Literal[]): string {
  const characters = [...text.split('')]
  for (const { start, end } of literals)
    for (let at = start + 1; at < end - 1; at++) if (characters[at] !== '\n') characters[at] = ' '
  return characters.join('')
}

function found({ path, text }: SourceFile, at: number, part: string, message: string): Found {
  return { part, fault: { path, line: text.slice(0, at).split('\n').length, message } }
}
