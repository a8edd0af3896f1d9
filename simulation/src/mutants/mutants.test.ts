import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { MUTANTS } from './mutants.js'
import { readWithout } from './run-mutants.js'

const SERVER_FOLDER = fileURLToPath(new URL('../../../packages/server', import.meta.url))

it('finds each defence where it is looked for in the compiled server, once', async () => {
  for (const mutant of MUTANTS) {
    for (const edit of mutant.edits) {
      const changed = await readWithout(SERVER_FOLDER, edit)
      expect(changed.includes(edit.replace), mutant.name).toBe(true)
    }
  }
})

it('calls each by a name of its own, by which it can be asked for', () => {
  const names = MUTANTS.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
