import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, setClockShift, type TestDatabase } from '../../testing/index.js'
import type { Rail, RailTransfer } from '../rail.js'
import { createSimulatedBank } from './create-simulated-bank.js'
import { readBook } from './read-book.js'
import { ANOTHER_HOLDER } from './special-account-numbers.js'

let database: TestDatabase
let bank: Rail
const call = new AbortController()

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await setClockShift(database.pool, 0)
  await database.pool.query('TRUNCATE simulated_bank.transfers, simulated_bank.calls')
  bank = createSimulatedBank({ pool: database.pool, refusesRepeats: false })
})

let counter = 0
function makeTransfer(accountNumber: string, changes: Partial<RailTransfer> = {}): RailTransfer {
  counter += 1
  return {
    reference: `dis_item_${counter}`,
    bankCode: 'bca',
    accountNumber,
    accountOwnerName: 'Jane Doe',
    amountSen: 1_000_050n,
    ...changes
  }
}

async function readStatusesOf(transfer: RailTransfer): Promise<string[]> {
  const entries = await readBook(database.pool, { references: [transfer.reference] })
  return entries.map((entry) => entry.status)
}

describe('an inquiry at the simulated bank', () => {
  const inquire = (accountNumber: string, changes: Partial<RailTransfer> = {}) =>
    bank.inquire(makeTransfer(accountNumber, changes), call)

  it('finds an even account number valid, with the name asked about in capitals', async () => {
    expect(await inquire('8422640')).toEqual({ kind: 'valid', accountHolder: 'JANE DOE' })
    expect(await inquire('8422640', { accountOwnerName: '' })).toEqual({ kind: 'valid', accountHolder: 'Dummy Name' })
  })

  it('finds an odd account number and an unknown bank invalid', async () => {
    expect(await inquire('8422647')).toEqual({ kind: 'invalid', message: 'Invalid BankCode/AccountNumber' })
    expect(await inquire('8422640', { bankCode: 'bcaa' })).toEqual({ kind: 'invalid', message: 'Invalid BankCode/AccountNumber' })
  })

  it("masks the name of an e-wallet's holder, first letters kept", async () => {
    expect(await inquire('0811222334', { bankCode: 'OVO' })).toEqual({ kind: 'valid', accountHolder: 'J*** D**' })
  })

  it('names another holder for 990010', async () => {
    expect(await inquire('12990010')).toEqual({ kind: 'valid', accountHolder: ANOTHER_HOLDER })
  })

  it('leaves 990080 unanswered twice, then finds it valid, and so again', async () => {
    const kinds: string[] = []
    for (let call = 0; call < 6; call++) kinds.push((await inquire('12990080')).kind)
    expect(kinds).toEqual(['unknown', 'unknown', 'valid', 'unknown', 'unknown', 'valid'])
  })

  it('books nothing', async () => {
    await inquire('8422640')
    expect(await readBook(database.pool)).toEqual([])
  })
})

describe('a transfer at the simulated bank', () => {
  it('to an even account number is paid and stands in the book', async () => {
    const transfer = makeTransfer('8422640')
    const outcome = await bank.transfer(transfer, call)
    expect(outcome).toEqual({ kind: 'paid', railReference: expect.stringMatching(/^SB\d{12}$/) })
    expect(await bank.status(transfer.reference, call)).toEqual(outcome)
    expect(await readBook(database.pool)).toMatchObject([
      { reference: transfer.reference, bankCode: 'bca', accountNumber: '8422640', amountSen: 1_000_050n, status: 'paid' }
    ])
  })

  it('to an odd account number is rejected, and the bank remembers that', async () => {
    const transfer = makeTransfer('8422647')
    const outcome = await bank.transfer(transfer, call)
    expect(outcome).toEqual({ kind: 'rejected', code: 'ACCOUNT_NOT_FOUND', reason: 'the account does not exist' })
    expect(await bank.status(transfer.reference, call)).toEqual(outcome)
    expect(await readStatusesOf(transfer)).toEqual(['rejected'])
  })

  it('is not found where the bank never got it', async () => {
    expect(await bank.status('dis_item_never', call)).toEqual({ kind: 'not_found' })
  })

  it('to 990020 is accepted, and paid 2 seconds later', async () => {
    const transfer = makeTransfer('12990020')
    expect(await bank.transfer(transfer, call)).toMatchObject({ kind: 'accepted' })
    expect(await bank.status(transfer.reference, call)).toMatchObject({ kind: 'accepted' })
    await setClockShift(database.pool, 2000)
    expect(await bank.status(transfer.reference, call)).toMatchObject({ kind: 'paid' })
    expect(await readStatusesOf(transfer)).toEqual(['paid'])
  })

  it('to 990030 is rejected, though the account is valid', async () => {
    const transfer = makeTransfer('12990030')
    expect(await bank.inquire(transfer, call)).toMatchObject({ kind: 'valid' })
    expect(await bank.transfer(transfer, call)).toMatchObject({ kind: 'rejected', code: 'ACCOUNT_BLOCKED' })
  })

  it('to 990040 gets no answer, but is paid', async () => {
    const transfer = makeTransfer('12990040')
    expect(await bank.transfer(transfer, call)).toMatchObject({ kind: 'unknown' })
    expect(await bank.status(transfer.reference, call)).toMatchObject({ kind: 'paid' })
  })

  it('to 990050 gets no answer and is not booked, and a second one pays', async () => {
    const transfer = makeTransfer('12990050')
    expect(await bank.transfer(transfer, call)).toMatchObject({ kind: 'unknown' })
    expect(await bank.status(transfer.reference, call)).toEqual({ kind: 'not_found' })
    expect(await bank.transfer(transfer, call)).toMatchObject({ kind: 'paid' })
    expect(await readStatusesOf(transfer)).toEqual(['paid'])
  })

  it('to 990060 is turned away twice, then paid', async () => {
    const transfer = makeTransfer('12990060')
    const turnedAway = { kind: 'deferred', reason: 'too many requests (429)', retryAfterMs: 1000 }
    expect(await bank.transfer(transfer, call)).toEqual(turnedAway)
    expect(await bank.transfer(transfer, call)).toEqual(turnedAway)
    expect(await bank.status(transfer.reference, call)).toEqual({ kind: 'not_found' })
    expect(await bank.transfer(transfer, call)).toMatchObject({ kind: 'paid' })
  })

  it('to 990070 is refused for 3 seconds, then paid', async () => {
    const transfer = makeTransfer('12990070')
    expect(await bank.transfer(transfer, call)).toMatchObject({ kind: 'deferred', reason: 'connection refused' })
    await setClockShift(database.pool, 2900)
    expect(await bank.transfer(transfer, call)).toMatchObject({ kind: 'deferred' })
    await setClockShift(database.pool, 3000)
    expect(await bank.transfer(transfer, call)).toMatchObject({ kind: 'paid' })
    expect(await readStatusesOf(transfer)).toEqual(['paid'])
  })

  it('is booked by the bank even when the caller hangs up while it waits', async () => {
    const slow = createSimulatedBank({ pool: database.pool, refusesRepeats: false, latencyMs: 40 })
    const controller = new AbortController()
    const transfer = makeTransfer('8422640')
    const answer = slow.transfer(transfer, controller)
    controller.abort()
    await answer
    expect(await readStatusesOf(transfer)).toEqual(['paid'])
  })
})

describe('a repeated reference', () => {
  it('is booked and paid again, so that the double payment shows', async () => {
    const transfer = makeTransfer('8422640')
    const first = await bank.transfer(transfer, call)
    const second = await bank.transfer(transfer, call)
    expect(second.kind).toBe('paid')
    expect(second).not.toEqual(first)
    expect(await readStatusesOf(transfer)).toEqual(['paid', 'paid'])
  })

  it('is booked twice also when both come in one group', async () => {
    const transfer = makeTransfer('8422640')
    const outcomes = await Promise.all([bank.transfer(transfer, call), bank.transfer(transfer, call)])
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(2)
    expect(await readStatusesOf(transfer)).toEqual(['paid', 'paid'])
  })

  it('is refused where the bank refuses repeats, whatever races', async () => {
    const banks = [1, 2, 3].map(() => createSimulatedBank({ pool: database.pool, refusesRepeats: true }))
    const transfers = Array.from({ length: 50 }, () => makeTransfer('8422640'))
    const outcomes = await Promise.all(
      banks.flatMap((bank, position) => {
        const order = position === 1 ? transfers.toReversed() : transfers
        return order.map((transfer) => bank.transfer(transfer, call))
      })
    )
    const refusals = outcomes.filter((outcome) => outcome.kind === 'unknown')
    expect(refusals).toHaveLength(100)
    expect(refusals[0]).toEqual({ kind: 'unknown', reason: 'duplicate reference' })
    expect(await readBook(database.pool)).toHaveLength(50)
  })

  it('is taken for a new transfer once the bank has forgotten it, after a day', async () => {
    const refusing = createSimulatedBank({ pool: database.pool, refusesRepeats: true })
    const transfer = makeTransfer('8422640')
    await refusing.transfer(transfer, call)
    await setClockShift(database.pool, refusing.refusesRepeatsForMs! - 5000)
    expect(await refusing.transfer(transfer, call)).toMatchObject({ kind: 'unknown' })
    await setClockShift(database.pool, refusing.refusesRepeatsForMs! + 1000)
    const other = makeTransfer('8422640')
    const outcomes = await Promise.all([refusing.transfer(transfer, call), refusing.transfer(other, call)])
    expect(outcomes).toMatchObject([{ kind: 'paid' }, { kind: 'paid' }])
    expect(await readStatusesOf(transfer)).toEqual(['paid', 'paid'])
  })
})

describe('many calls at once', () => {
  it('go in few statements, and each gets its own answer', async () => {
    let statements = 0
    const query = (...args: [never]) => {
      statements += 1
      return database.pool.query(...args)
    }
    const counting = { query } as unknown as typeof database.pool
    const bank = createSimulatedBank({ pool: counting, refusesRepeats: false })
    const transfers = Array.from({ length: 500 }, (_, position) => makeTransfer(position % 3 === 0 ? '8422647' : '8422640'))
    const outcomes = await Promise.all(transfers.map((transfer) => bank.transfer(transfer, call)))
    expect(statements).toBeLessThanOrEqual(3)
    const statuses = await Promise.all(transfers.map((transfer) => bank.status(transfer.reference, call)))
    expect(statuses).toEqual(outcomes)
    const book = await readBook(database.pool)
    const own = new Map(book.map((entry) => [entry.reference, `SB${entry.id.toString().padStart(12, '0')}`]))
    for (const [position, outcome] of outcomes.entries()) {
      if (position % 3 === 0) expect(outcome.kind).toBe('rejected')
      else expect(outcome).toEqual({ kind: 'paid', railReference: own.get(transfers[position]!.reference) })
    }
  })

  it('all fail when the statement fails, so that each is unknown to its caller', async () => {
    const broken = { query: () => Promise.reject(new Error('gone')) } as unknown as typeof database.pool
    const bank = createSimulatedBank({ pool: broken, refusesRepeats: false })
    const results = await Promise.allSettled([1, 2, 3].map(() => bank.transfer(makeTransfer('8422640'), call)))
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected', 'rejected'])
  })
})
