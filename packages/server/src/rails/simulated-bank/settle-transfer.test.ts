import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, setClockShift, type TestDatabase } from '../../testing/index.js'
import type { Rail } from '../rail.js'
import { createSimulatedBank } from './create-simulated-bank.js'
import { readBook } from './read-book.js'
import { settleTransfer } from './settle-transfer.js'

let database: TestDatabase
let bank: Rail
let reference: string
const call = new AbortController()

beforeAll(async () => {
  database = await createTestDatabase()
  bank = createSimulatedBank({ pool: database.pool, refusesRepeats: false })
})
afterAll(() => database.drop())

let counter = 0
beforeEach(async () => {
  await setClockShift(database.pool, 0)
  counter += 1
  reference = `dis_item_${counter}`
})

const send = (accountNumber: string) =>
  bank.transfer({ reference, bankCode: 'bca', accountNumber, accountOwnerName: '', amountSen: 500n }, call)
const settle = (outcome: 'done' | 'failed', reason?: string) =>
  settleTransfer(database.pool, {
    reference,
    bankCode: 'bca',
    accountNumber: '8422640',
    amountSen: 500n,
    outcome,
    ...(reason === undefined ? {} : { reason })
  })
const readStatuses = async () => (await readBook(database.pool, { references: [reference] })).map((entry) => entry.status)

describe('settled as done, a transfer', () => {
  it('that the bank never got is added, paid', async () => {
    await settle('done')
    expect(await readBook(database.pool, { references: [reference] })).toMatchObject([
      { reference, bankCode: 'bca', accountNumber: '8422640', amountSen: 500n, status: 'paid' }
    ])
    expect(await bank.status(reference, call)).toMatchObject({ kind: 'paid' })
  })

  it.each(['8422640', '8422647', '990020'])('to %s stands in the book once, paid', async (accountNumber) => {
    await send(accountNumber)
    await settle('done')
    await settle('done')
    expect(await readStatuses()).toEqual(['paid'])
  })

  it('that the bank never got is refused as a repeat where it refuses those', async () => {
    await settle('done')
    const refusing = createSimulatedBank({ pool: database.pool, refusesRepeats: true })
    const transfer = { reference, bankCode: 'bca', accountNumber: '8422640', accountOwnerName: '', amountSen: 500n }
    expect(await refusing.transfer(transfer, call)).toEqual({ kind: 'unknown', reason: 'duplicate reference' })
    expect(await readStatuses()).toEqual(['paid'])
  })

  it('by several people at once is added once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => settle('done')))
    expect(await readStatuses()).toEqual(['paid'])
  })

  it('that was paid twice still shows both payments', async () => {
    await send('8422640')
    await send('8422640')
    await settle('done')
    expect(await readStatuses()).toEqual(['paid', 'paid'])
  })
})

describe('settled as failed, a transfer', () => {
  it('that the bank never got is remembered as rejected, with the reason', async () => {
    await settle('failed', 'account closed')
    expect(await bank.status(reference, call)).toEqual({
      kind: 'rejected',
      code: 'SETTLED_AS_FAILED',
      reason: 'account closed'
    })
  })

  it('that was accepted is rejected, and not paid when its time comes', async () => {
    await send('990020')
    await settle('failed')
    await setClockShift(database.pool, 5000)
    expect(await readStatuses()).toEqual(['rejected'])
  })

  it('that was paid is reversed, also when a person does it twice', async () => {
    await send('8422640')
    await settle('failed', 'sent back')
    await settle('failed', 'sent back')
    expect(await readStatuses()).toEqual(['reversed'])
    expect(await bank.status(reference, call)).toMatchObject({ kind: 'rejected', reason: 'sent back' })
  })

  it('that was accepted and paid by now is reversed', async () => {
    await send('990020')
    await setClockShift(database.pool, 2000)
    await settle('failed')
    expect(await readStatuses()).toEqual(['reversed'])
  })

  it('can be settled as done after all', async () => {
    await send('8422640')
    await settle('failed')
    await settle('done')
    expect(await readStatuses()).toEqual(['paid'])
  })
})
