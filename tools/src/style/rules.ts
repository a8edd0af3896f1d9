import type { Fault, Rule, SourceFile } from './source-file.js'
import { sqlIsWhole } from './sql-is-whole.js'

const ENTRY_POINTS = ['packages/cli/src/main.ts']
/** The DANA client's drop-in surface is configured by variables, as dana-node is: one folder of it reads them. */
const ENVIRONMENT_FOLDER = 'packages/dana/src/environment/'
const OUTSIDE_THE_PRODUCT = /\.test\.ts$|\/testing\/|^(bench|tools|examples|consumers|conformance|chaos)\//
/** Where arus_now() itself is written: in the product, and the tests' own that can be moved. */
const MAKES_THE_CLOCK = /\/0001_clock\.sql$|\/src\/testing\//
const OTHER_CLOCKS = /(?<![.\w])(now|clock_timestamp|transaction_timestamp)\s*\(\s*\)|\b(current_timestamp|localtimestamp)\b/gi
/** A test may compare arus_now() with the real time, which statement_timestamp() is; the product may not. */
const ALL_CLOCKS = new RegExp(`${OTHER_CLOCKS.source}|(?<![.\\w])statement_timestamp\\s*\\(\\s*\\)`, 'gi')
const VAGUE_NAMES = /(^|[-.])(utils?|helpers?|common|managers?)$/
/** Classes whose names dana-node gave them, and which a drop-in therefore has. */
const NAMED_BY_DANA_NODE = ['dana-header-util', 'dana-signature-util', 'validation-util', 'widget-utils']
// Written so that this file does not find itself.
const UNFINISHED = /\b(TO[D]O|FIX[M]E)\b/g
/** Code of others' documents, which a test holds to the letter. */
const QUOTED_CODE = 'consumers/dana-node-alias/src/blocks/'

/** Time comes to SQL from one function, so that all processes share one clock and a test can move it. */
export const sqlTakesTimeFromArusNow: Rule = (file) => {
  if (!file.path.startsWith('packages/server/') || MAKES_THE_CLOCK.test(file.path)) return []
  const sql = file.path.endsWith('.sql') ? withoutSqlComments(file.text) : file.path.endsWith('.ts') ? onlyStrings(file.text) : ''
  const clocks = file.path.endsWith('.test.ts') ? OTHER_CLOCKS : ALL_CLOCKS
  return findAll(
    { ...file, text: sql },
    clocks,
    (found) => `SQL asks ${found} for the time: call arus_now(), which tests can move`
  )
}

/** Configuration is an argument; only what starts a process reads the environment. */
export const onlyEntryPointsReadTheEnvironment: Rule = (file) => {
  if (!/\.[cm]?[jt]s$/.test(file.path) || ENTRY_POINTS.includes(file.path) || OUTSIDE_THE_PRODUCT.test(file.path)) return []
  if (file.path.startsWith(ENVIRONMENT_FOLDER)) return []
  const text = withoutComments(file.text)
  return findAll({ ...file, text }, /\bprocess\.env\b|\benv\b[^\n]*from 'node:process'/g, () => {
    return `the environment is read here: take the value as an argument, and read it in ${ENTRY_POINTS.join(', ')}`
  })
}

/** A test that does not run proves nothing. */
export const everyTestRuns: Rule = (file) => {
  if (!/\.test\.[cm]?[jt]s$/.test(file.path)) return []
  return findAll(
    file,
    /\b(it|test|describe)\.(only|skip|todo)\b/g,
    (found) => `${found} keeps tests from running: make it pass, or delete it`
  )
}

/** Work that is left over belongs where work is planned. */
export const nothingIsLeftUnfinished: Rule = (file) => {
  if (file.path.startsWith(QUOTED_CODE)) return []
  return findAll(file, UNFINISHED, (found) => `${found}: do it now, or write it down where work is planned`)
}

/** A name that fits everything says nothing. */
export const filesAreNamedAfterWhatTheyExport: Rule = (file) => {
  const stems = file.path.split('/').map((part) => part.replace(/(\.test)?\.\w+$/, ''))
  const vague = stems.find((stem) => VAGUE_NAMES.test(stem) && !NAMED_BY_DANA_NODE.includes(stem))
  if (vague === undefined) return []
  return [{ path: file.path, line: 1, message: `"${vague}" says nothing: name the file after the one thing it exports` }]
}

/** A host in the lock file would bind everyone who installs to one registry. */
export const lockFileNamesNoRegistry: Rule = (file) => {
  if (!file.path.endsWith('package-lock.json')) return []
  return findAll(file, /"resolved": "https?:\/\/[^/"]+/g, (found) => {
    return `${found.slice('"resolved": "'.length)} is named: run \`npm install --omit-lockfile-registry-resolved\``
  })
}

export const RULES: Rule[] = [
  sqlTakesTimeFromArusNow,
  sqlIsWhole,
  onlyEntryPointsReadTheEnvironment,
  everyTestRuns,
  nothingIsLeftUnfinished,
  filesAreNamedAfterWhatTheyExport,
  lockFileNamesNoRegistry
]

function findAll({ path, text }: SourceFile, pattern: RegExp, message: (found: string) => string): Fault[] {
  return [...text.matchAll(pattern)].map((match) => ({
    path,
    line: text.slice(0, match.index).split('\n').length,
    message: message(match[0])
  }))
}

/** Blanks out what lies between the matches, so that the lines keep their numbers. */
function onlyStrings(text: string): string {
  const code = withoutComments(text)
  let end = 0
  let kept = ''
  for (const match of code.matchAll(/`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'/g)) {
    kept += blank(code.slice(end, match.index)) + match[0]
    end = match.index + match[0].length
  }
  return kept
}

/** Only comments on lines of their own, and those after code and two spaces or one: a `//` inside a string is none. */
function withoutComments(text: string): string {
  return text.replace(/^\s*(\/\/|\/\*|\*).*$|\s\/\/\s.*$/gm, blank)
}

function withoutSqlComments(text: string): string {
  return text.replace(/--.*$/gm, blank)
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}
