import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../packages/server/src/testing/create-test-database.js'

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url))

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** The compiled program, as it is run by hand: seconds of its own for each world, so time is what the machine gives. */
function simulate(...options: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = [MAIN, '--database-url', database.databaseUrl, ...options]
    execFile(process.execPath, args, { maxBuffer: 100_000_000 }, (error, output, faults) => {
      if (error === null) resolve(output)
      else reject(new Error(`${output}\n${faults}`))
    })
  })
}

it('finds nothing in the worlds of two hundred seeds', { timeout: 1_800_000 }, async () => {
  const output = await simulate('--seed', '1', '--runs', '200')
  expect(output).toContain('paid twice      0')
  expect(output).toContain('runs with findings 0')
  for (const fault of [
    'worker crash',
    'stopped past its lease',
    'commit is_lost_after',
    'repeat reaches the bank',
    'callback repeated'
  ])
    expect(output).toContain(fault)
})

it('goes the same way again, in another process, whatever ran before', { timeout: 600_000 }, async () => {
  const trace = (output: string) => output.slice(0, output.indexOf('\nfault '))
  const alone = trace(await simulate('--seed', '23', '--runs', '1', '--trace'))
  const afterOthers = trace(await simulate('--seed', '21', '--runs', '3', '--trace'))
  expect(alone.length).toBeGreaterThan(1_000)
  expect(afterOthers.endsWith(alone)).toBe(true)
})
