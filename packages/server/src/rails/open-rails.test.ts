import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseConfiguration } from '../configuration/parse-configuration.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { findRail } from './find-rail.js'
import { openRails } from './open-rails.js'

let database: TestDatabase
const closers: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  for (const close of closers) await close()
  await database.drop()
})

const open = (env: Record<string, string>) =>
  openRails(parseConfiguration(env), database.pool, (close) => void closers.push(close))

describe('openRails', () => {
  it('pays new batches over the bank that is named, and keeps the one in the database for those that began there', () => {
    const rails = open({ ARUS_SIMULATED_BANK_URL: 'http://127.0.0.1:9', ARUS_SIMULATED_BANK_REFUSES_REPEATS: 'true' })
    expect(findRail(rails, false).name).toBe('remote_simulated_bank')
    expect(rails.map(({ name }) => name)).toContain('simulated_bank')
    expect(rails.every(({ refusesRepeatsForMs }) => refusesRepeatsForMs !== undefined)).toBe(true)
    expect(open({}).map(({ name }) => name)).toEqual(['simulated_bank'])
  })

  it('refuses a lease that a call to a rail may outlast, by the name of its setting', () => {
    expect(() => open({ ARUS_LEASE_MS: '9999' })).toThrow(/ARUS_LEASE_MS: 9999 is less than twice the 5000 ms/)
    expect(open({ ARUS_LEASE_MS: '10000' })).toHaveLength(1)
  })
})
