import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { findFaults } from './style/find-faults.js'
import { readTrackedFiles } from './style/read-tracked-files.js'

const files = readTrackedFiles(fileURLToPath(new URL('../..', import.meta.url)))

it('reads the tracked files, this one too', () => {
  expect(files.map(({ path }) => path)).toContain('tools/src/check-style.test.ts')
  expect(files.map(({ path }) => path)).toContain('packages/server/migrations/0001_clock.sql')
})

it('finds nothing in the tracked files that breaks a rule of the house', () => {
  expect(findFaults(files)).toEqual([])
})

it('tells a fault with its place and what to do instead', () => {
  expect(findFaults([{ path: 'packages/server/src/utils.ts', text: '' }])).toEqual([
    'packages/server/src/utils.ts:1: "utils" says nothing: name the file after the one thing it exports'
  ])
})
