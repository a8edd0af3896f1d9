import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readSecurityTable } from './read-security-table.js'
import { hasTest, readTestTitles } from './read-test-titles.js'

const ROOT = new URL('../../../', import.meta.url)
const document = readFileSync(new URL('docs/security.md', ROOT), 'utf8')

/** What must be defended, whatever else is. A line may be added to a topic, and a topic to these; none may go. */
const TOPICS = [
  'the audit log',
  'a webhook that reaches inside',
  'answers to webhooks that hurt',
  'keys at rest',
  'rotation',
  'scopes of keys',
  "one leaked key can't both submit and approve",
  'limits of a key',
  'addresses of a key',
  'brute force',
  'flooding',
  'timing of the comparison of keys',
  'what belongs to another merchant, or to the other mode',
  'secrets in logs, refusals and metrics',
  'SQL by strings',
  'browsers',
  'known faults of packages'
]

describe('docs/security.md', () => {
  it('has at least one test for each thing that must be defended', () => {
    const named = new Set(readSecurityTable(document).map(({ what }) => what))
    expect(TOPICS.filter((topic) => !named.has(topic))).toEqual([])
  })

  it('names tests that exist, in the files where it says that they are', () => {
    const missing = readSecurityTable(document).flatMap(({ line, file, titles }) => {
      const path = fileURLToPath(new URL(file, ROOT))
      if (!/\.test\.ts$/.test(file) || !existsSync(path)) return [`line ${line}: there is no test file ${file}`]
      return hasTest(readTestTitles(readFileSync(path, 'utf8')), titles)
        ? []
        : [`line ${line}: ${file} has no test "${titles.join(' › ')}"`]
    })
    expect(missing).toEqual([])
  })
})

describe('readSecurityTable', () => {
  const table = (...lines: string[]) =>
    ['# Title', '', '| what | how | file | test |', '|---|---|---|---|', ...lines, '', 'after'].join('\n')

  it('reads each line, and the titles on the way to the test', () => {
    expect(readSecurityTable(table('| a | b | c.test.ts | group › test |', '| d | e | f.test.ts | test \\| only |'))).toEqual([
      { line: 5, what: 'a', how: 'b', file: 'c.test.ts', titles: ['group', 'test'] },
      { line: 6, what: 'd', how: 'e', file: 'f.test.ts', titles: ['test | only'] }
    ])
  })

  it('refuses a line that leaves a column out or empty, and a document without the table', () => {
    expect(() => readSecurityTable(table('| a | b | c.test.ts |'))).toThrow('line 5')
    expect(() => readSecurityTable(table('| a |  | c.test.ts | d |'))).toThrow('line 5')
    expect(() => readSecurityTable(table('| a | b | c.test.ts | d | e |'))).toThrow('line 5')
    expect(() => readSecurityTable('# Title')).toThrow('no table')
  })
})

describe('readTestTitles', () => {
  const source = `
    describe('one', () => {
      it('first', () => {})
      it.each([301, 302])('does not follow a %i', async () => {})
      it.each(['[::1]', "x"])("it's \\"quoted\\"", () => {})
      it.each(CASES)('takes %s', () => {})
    })
    describe('two', () => {
      it('first of two', async () => await emit('not a title'))
    })`

  it('finds groups and tests, those made of a list too', () => {
    expect(readTestTitles(source).map(({ title }) => title)).toEqual([
      'one',
      'first',
      'does not follow a %i',
      'it\'s "quoted"',
      'takes %s',
      'two',
      'first of two'
    ])
  })

  it('knows which test is in which group', () => {
    const titles = readTestTitles(source)
    expect(hasTest(titles, ['one', 'first'])).toBe(true)
    expect(hasTest(titles, ['first'])).toBe(true)
    expect(hasTest(titles, ['two', 'first'])).toBe(false)
    expect(hasTest(titles, ['two', 'first of two'])).toBe(true)
    expect(hasTest(titles, ['two', 'not a title'])).toBe(false)
    expect(hasTest(titles, ['one', 'none'])).toBe(false)
  })
})
