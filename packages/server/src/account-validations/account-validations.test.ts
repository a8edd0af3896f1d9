import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withTransaction } from '../database/with-transaction.js'
import { createMerchant } from '../merchants/create-merchant.js'
import type { InquiryOutcome, Rail } from '../rails/rail.js'
import { createSimulatedBank } from '../rails/simulated-bank/create-simulated-bank.js'
import { createTestDatabase, setClockShift, type TestDatabase } from '../testing/index.js'
import { createCallPlaces } from '../workers/create-call-places.js'
import { inquireAccounts } from './inquire-accounts.js'
import { validateAccount } from './validate-account.js'

const HOUR_MS = 60 * 60 * 1000

let database: TestDatabase
let bank: Rail
let merchantId: string
const { signal } = new AbortController()

beforeAll(async () => {
  database = await createTestDatabase()
  bank = createSimulatedBank({ pool: database.pool, refusesRepeats: false })
})
afterAll(() => database.drop())
beforeEach(async () => {
  await setClockShift(database.pool, 0)
  await database.pool.query('TRUNCATE account_validations')
  merchantId = (await createMerchant(database.pool, { name: 'Toko' })).id
})

function validate(accountNumber: string, bankCode = 'bca', isLive = false) {
  return withTransaction(database.pool, (connection) =>
    validateAccount(connection, { merchantId, isLive, bankCode, accountNumber })
  )
}

const lanesOf = (rails: Rail[]) => createCallPlaces(rails).openLanes()
const inquire = (rails: Rail[] = [bank], limit = 50) =>
  inquireAccounts({ pool: database.pool, rails, lanes: lanesOf(rails) }, { signal, limit })

async function countEvents(): Promise<number> {
  const { rowCount } = await database.pool.query(
    `SELECT 1 FROM events WHERE merchant_id = $1 AND type = 'account_validation.completed'`,
    [merchantId]
  )
  return rowCount!
}

/** The simulated bank, but for what it answers to an inquiry. */
function answering(answer: () => Promise<InquiryOutcome>): Rail {
  return { ...bank, inquire: answer }
}

describe('validateAccount', () => {
  it('is processing until the bank has answered, then gives its answer', async () => {
    expect(await validate('8422640')).toMatchObject({ status: 'processing', accountHolder: '' })
    expect(await inquire()).toBe(1)
    expect(await validate('8422640')).toMatchObject({ status: 'valid', accountHolder: 'Dummy Name' })
    expect(await countEvents()).toBe(1)
  })

  it('finds an account that does not exist invalid', async () => {
    await validate('8422647')
    await inquire()
    expect(await validate('8422647')).toMatchObject({ status: 'invalid', accountHolder: '' })
    expect(await countEvents()).toBe(1)
  })

  it('finds an unknown bank invalid at once, and tells so once', async () => {
    expect(await validate('8422640', 'BCAA')).toMatchObject({ status: 'invalid', bankCode: 'bcaa' })
    expect(await validate('8422640', 'bcaa')).toMatchObject({ status: 'invalid' })
    expect(await countEvents()).toBe(1)
    expect(await inquire()).toBe(0)
  })

  it('asks the bank once for those who ask at the same time, whatever the case of the code', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => validate('8422640', n % 2 === 0 ? 'bca' : 'BCA')))
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
    expect(await inquire()).toBe(1)
  })

  it("keeps merchants' and modes' questions apart", async () => {
    const first = await validate('8422640')
    const live = await validate('8422640', 'bca', true)
    merchantId = (await createMerchant(database.pool, { name: 'Lain' })).id
    const other = await validate('8422640')
    expect(new Set([first.id, live.id, other.id]).size).toBe(3)
  })

  it('asks the bank anew after 24 hours', async () => {
    const first = await validate('8422640')
    await inquire()
    await setClockShift(database.pool, 24 * HOUR_MS - 60_000)
    expect((await validate('8422640')).id).toBe(first.id)
    await setClockShift(database.pool, 24 * HOUR_MS + 60_000)
    const second = await validate('8422640')
    expect(second).toMatchObject({ status: 'processing' })
    expect(second.id).not.toBe(first.id)
  })
})

describe('inquireAccounts', () => {
  it('asks again, later each time, when the bank gives no answer', async () => {
    await validate('990080')
    expect(await inquire()).toBe(1)
    expect(await inquire()).toBe(0)
    await setClockShift(database.pool, 1_100)
    expect(await inquire()).toBe(1)
    expect(await validate('990080')).toMatchObject({ status: 'processing', checkCount: 2 })
    await setClockShift(database.pool, 2_300)
    expect(await inquire()).toBe(1)
    expect(await validate('990080')).toMatchObject({ status: 'valid' })
    expect(await countEvents()).toBe(1)
  })

  it('never takes a failing bank for an answer', async () => {
    await validate('8422640')
    await inquire([answering(() => Promise.reject(new Error('gone')))])
    await setClockShift(database.pool, 2_000)
    await inquire([answering(() => Promise.resolve({ kind: 'nonsense' } as never))])
    expect(await validate('8422640')).toMatchObject({ status: 'processing', checkCount: 2 })
    expect(await countEvents()).toBe(0)
  })

  it('asks the bank while no transaction is open', async () => {
    let openTransactions: unknown
    const watching = answering(async () => {
      const { rows } = await database.pool.query(
        `SELECT count(*)::integer AS count FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`
      )
      openTransactions = rows[0].count
      return { kind: 'valid', accountHolder: 'X' }
    })
    await validate('8422640')
    await inquire([watching])
    expect(openTransactions).toBe(0)
  })

  it('asks about each account once however many workers there are', async () => {
    for (let account = 0; account < 30; account++) await validate(`${account}2`)
    const counts = await Promise.all(Array.from({ length: 5 }, () => inquire([bank], 10)))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30)
    expect(await countEvents()).toBe(30)
  })

  it('asks again after the lease of a worker that vanished, and counts the first answer only', async () => {
    await validate('8422640')
    let answerLate: (outcome: InquiryOutcome) => void = () => {}
    const slow = answering(() => new Promise((resolve) => (answerLate = resolve)))
    const vanished = inquire([slow])
    await expect.poll(() => validate('8422640')).toMatchObject({ checkCount: 1 })
    expect(await inquire()).toBe(0)
    await setClockShift(database.pool, bank.timeoutMs + 10_500)
    expect(await inquire()).toBe(1)
    answerLate({ kind: 'invalid', message: 'late' })
    await vanished
    expect(await validate('8422640')).toMatchObject({ status: 'valid' })
    expect(await countEvents()).toBe(1)
  })

  it('leaves alone what no rail of its mode can answer, and claims nothing while shutting down', async () => {
    await validate('8422640', 'bca', true)
    expect(await inquire()).toBe(0)
    await validate('8422640')
    expect(
      await inquireAccounts(
        { pool: database.pool, rails: [bank], lanes: lanesOf([bank]) },
        { signal: AbortSignal.abort(), limit: 5 }
      )
    ).toBe(0)
    expect(await inquire([])).toBe(0)
  })
})
