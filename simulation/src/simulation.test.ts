import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../packages/server/src/testing/create-test-database.js'

/** Some of the two hundred that CI runs by themselves. */
const SEEDS = Number(process.env.ARUS_SIMULATION_SEEDS ?? 60)
const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url))

let database: TestDatabase
let secondDatabase: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  secondDatabase = await createTestDatabase()
})
afterAll(async () => {
  await database.drop()
  await secondDatabase.drop()
})

/** The compiled program, as it is run by hand: seconds of its own for each world, so time is what the machine gives. */
function simulate({ databaseUrl }: TestDatabase, ...options: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = [MAIN, '--database-url', databaseUrl, ...options]
    execFile(process.execPath, args, { maxBuffer: 100_000_000 }, (error, output, faults) => {
      if (error === null) resolve(output)
      else reject(new Error(`${output}\n${faults}`))
    })
  })
}

it(`finds nothing in the worlds of ${SEEDS} seeds`, { timeout: 1_800_000 }, async () => {
  // One program alone leaves a core idle: either it works, or its PostgreSQL.
  const half = Math.ceil(SEEDS / 2)
  const outputs = await Promise.all([
    simulate(database, '--seed', '1', '--runs', String(half)),
    simulate(secondDatabase, '--seed', String(half + 1), '--runs', String(half))
  ])
  for (const output of outputs) {
    expect(output).toContain('paid twice      0')
    expect(output).toContain('runs with findings 0')
  }
  for (const fault of [
    'worker crash',
    'stopped past its lease',
    'commit is_lost_after',
    'repeat reaches the bank',
    'callback repeated'
  ])
    expect(outputs.join()).toContain(fault)
})

it('goes the same way again, in another process, whatever ran before', { timeout: 600_000 }, async () => {
  const trace = (output: string) => output.slice(0, output.indexOf('\nfault '))
  const alone = trace(await simulate(database, '--seed', '23', '--runs', '1', '--trace'))
  const afterOthers = trace(await simulate(database, '--seed', '21', '--runs', '3', '--trace'))
  expect(alone.length).toBeGreaterThan(1_000)
  expect(afterOthers.endsWith(alone)).toBe(true)
})
