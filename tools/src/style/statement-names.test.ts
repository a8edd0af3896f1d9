import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readTrackedFiles } from './read-tracked-files.js'

const WRITES_SQL = /^packages\/(server|cli)\/src\/.*\.ts$/
const TESTS = /\.test\.ts$|\/testing\/|\/generated\//
/** A statement of its own: a name, and its text, with comments between. */
const NAMED_STATEMENT = /name: '([a-z0-9-]+)',\s*(?:\/\/[^\n]*\s*)*text:/g

it('names every prepared statement once: a connection that has seen one refuses another of its name', () => {
  const places = new Map<string, string[]>()
  for (const { path, text } of readTrackedFiles(fileURLToPath(new URL('../../..', import.meta.url)))) {
    if (!WRITES_SQL.test(path) || TESTS.test(path)) continue
    for (const [, name] of text.matchAll(NAMED_STATEMENT)) places.set(name!, [...(places.get(name!) ?? []), path])
  }
  expect(places.size).toBeGreaterThan(150)
  expect([...places].filter(([, paths]) => paths.length > 1)).toEqual([])
})
