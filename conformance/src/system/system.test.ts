import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountValidations } from './scenarios/account-validations.js'
import { badInput } from './scenarios/bad-input.js'
import { balances } from './scenarios/balance.js'
import { endsOfBatches } from './scenarios/ends-of-batches.js'
import { fourCombinations } from './scenarios/four-combinations.js'
import { lateTruth } from './scenarios/late-truth.js'
import { lostWorkers } from './scenarios/lost-workers.js'
import { repeatedRequests } from './scenarios/repeated-requests.js'
import { lostTransfers, specialAccounts } from './scenarios/special-accounts.js'
import { whoMaySeeWhat } from './scenarios/who-may-see-what.js'
import { type System, startSystem } from './start-system.js'

// One API process and two workers, built and started as in production, for all of these. Each test has a merchant of
// its own, so most of them run side by side.
let started: System | undefined
const system = () => started!

beforeAll(async () => {
  started = await startSystem()
})
afterAll(() => started?.stop())

describe.concurrent('with two workers on one database', () => {
  // The longest one first.
  describe('special account numbers', () => specialAccounts(system))
  describe('the four combinations', () => fourCombinations(system))
  describe('the ends of batches', () => endsOfBatches(system))
  describe('the balance', () => balances(system))
  describe('late truth', () => lateTruth(system))
  describe('account validations', () => accountValidations(system))
  describe('requests that come again', () => repeatedRequests(system))
  describe('who may see what', () => whoMaySeeWhat(system))
  describe('bad input', () => badInput(system))
})

describe('workers that go', () => lostWorkers(system))

describe('a clock that moves', () => lostTransfers(system))

describe('after all of that', () => {
  it('no item waits, and none was refused by the bank as sent twice', async () => {
    const { rows: open } = await system().pool.query(
      `SELECT items.id, items.status, items.account_number FROM items JOIN batches
         ON batches.merchant_id = items.merchant_id AND batches.id = items.batch_id
       WHERE batches.status IN ('validating', 'approved') AND items.status NOT IN ('done', 'failed', 'invalid')`
    )
    expect(open).toEqual([])
    const { rows: repeats } = await system().pool.query(`SELECT * FROM transfer_attempts WHERE detail = 'duplicate reference'`)
    expect(repeats).toEqual([])
  })

  it('the books are right, as `arus ledger verify` says', async () => {
    const { exitCode, output } = await system().runArus('ledger', 'verify', '--json')
    expect(JSON.parse(output)).toMatchObject({ is_right: true, faults: [] })
    expect(exitCode).toBe(0)
  })

  it('every answer and every webhook was as the specification describes it', () => {
    for (const merchant of system().merchants) merchant.received()
    const { answers, webhooks, faults } = system().traffic
    expect([...new Set(faults)]).toEqual([])
    expect(answers).toBeGreaterThan(100)
    expect(webhooks).toBeGreaterThan(20)
  })

  it('no process has logged an error', () => {
    const lines = system()
      .readLog()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
    expect(lines.filter(({ level }) => level >= 50)).toEqual([])
    expect(lines.length).toBeGreaterThan(0)
  })
})
