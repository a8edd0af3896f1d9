import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../testing/create-test-database.js'
import { until } from '../../testing/until.js'
import { callRail } from '../call-rail.js'
import type { Rail } from '../rail.js'
import { readBankBooks } from '../read-bank-books.js'
import { createSimulatedBank } from '../simulated-bank/create-simulated-bank.js'
import { SPECIAL_ACCOUNT_NUMBERS } from '../simulated-bank/special-account-numbers.js'
import { startBankServer } from '../simulated-bank/start-bank-server.js'
import { createRemoteBank, type RemoteBankOptions } from './create-remote-bank.js'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function startBank({ refusesRepeats = false, latencyMs = 0 } = {}) {
  const errors: unknown[] = []
  const server = await startBankServer({ port: 0, refusesRepeats, latencyMs, onError: (error) => errors.push(error) })
  closers.push(() => server.stop())
  return { ...server, errors }
}

function connect(url: string, options: Partial<RemoteBankOptions> = {}) {
  const bank = createRemoteBank({ url, refusesRepeats: false, ...options })
  closers.push(() => bank.close())
  return bank
}

let counter = 0
const makeTransfer = (accountNumber = '8422640') => ({
  reference: `dis_item_${++counter}`,
  amountSen: 1_000_050n,
  bankCode: 'bca',
  accountNumber,
  accountOwnerName: 'Jane Doe'
})

describe('a bank reached over HTTP', () => {
  it('does with each account number what the bank in the database does', async () => {
    const database = await createTestDatabase()
    closers.push(() => database.drop())
    const remote = connect((await startBank({ refusesRepeats: true })).url, { refusesRepeats: true })
    const local = createSimulatedBank({ pool: database.pool, refusesRepeats: true })
    const numbers = ['8422640', '8422647', ...SPECIAL_ACCOUNT_NUMBERS.map(({ suffix }) => `12${suffix}`)]
    for (const number of numbers) {
      const transfer = makeTransfer(number)
      const learn = async (rail: Rail) => ({
        inquiries: [await callRail(rail, 'inquire', transfer), await callRail(rail, 'inquire', transfer)],
        before: await callRail(rail, 'status', transfer.reference),
        transfers: [
          (await callRail(rail, 'transfer', transfer)).kind,
          (await callRail(rail, 'transfer', transfer)).kind,
          (await callRail(rail, 'transfer', transfer)).kind
        ],
        after: (await callRail(rail, 'status', transfer.reference)).kind
      })
      expect({ number, ...(await learn(remote)) }).toEqual({ number, ...(await learn(local)) })
    }
  })

  it('shows its whole book to whoever verifies the ledger', async () => {
    const bank = connect((await startBank()).url)
    const transfer = makeTransfer()
    await Promise.all([callRail(bank, 'transfer', transfer), callRail(bank, 'transfer', transfer)])
    expect(await readBankBooks([bank])).toMatchObject([
      { id: 1n, reference: transfer.reference, amountSen: 1_000_050n, status: 'paid', accountNumber: '8422640' },
      { id: 2n, reference: transfer.reference, amountSen: 1_000_050n, status: 'paid', accountNumber: '8422640' }
    ])
  })

  it('lets a person there settle a transfer', async () => {
    const bank = connect((await startBank()).url)
    const transfer = makeTransfer()
    await callRail(bank, 'transfer', transfer)
    await bank.desk.settle({ ...transfer, outcome: 'failed', reason: 'account closed' })
    expect(await callRail(bank, 'status', transfer.reference)).toEqual({
      kind: 'rejected',
      code: 'SETTLED_AS_FAILED',
      reason: 'account closed'
    })
  })

  it('takes nothing from a server that counts on other repeats than it does', async () => {
    const { url } = await startBank({ refusesRepeats: false })
    const bank = connect(url, { refusesRepeats: true })
    expect(await callRail(bank, 'transfer', makeTransfer())).toMatchObject({ kind: 'deferred' })
    expect(await readBankBooks([bank])).toEqual([])
  })

  it('takes nothing where nobody listens: the transfer waits, an inquiry is asked again', async () => {
    const server = await startBank()
    await server.stop()
    const bank = connect(server.url)
    const deferred = { kind: 'deferred', reason: 'the connection was refused', retryAfterMs: 1000 }
    expect(await callRail(bank, 'transfer', makeTransfer())).toEqual(deferred)
    expect(await callRail(bank, 'status', 'dis_item_x')).toEqual(deferred)
    expect(await callRail(bank, 'inquire', makeTransfer())).toMatchObject({ kind: 'unknown' })
    await expect(readBankBooks([bank])).rejects.toThrow(/was not reached/)
  })

  it('that breaks the connection leaves it open what it did, and is sent nothing again by the way', async () => {
    let connections = 0
    const server = createTcpServer((socket) => {
      connections += 1
      socket.once('data', () => socket.destroy())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closers.push(() => server.close())
    const bank = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => callRail(bank, 'transfer', makeTransfer())))
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['unknown']))
    expect(connections).toBe(20)
  })

  it('that says nothing in time leaves it open what it did', async () => {
    const { url } = await startBank({ latencyMs: 300 })
    const bank = connect(url, { timeoutMs: 100 })
    const transfer = makeTransfer()
    expect(await callRail(bank, 'transfer', transfer)).toMatchObject({ kind: 'unknown' })
    // What has reached a bank is booked, whoever still waits for the answer.
    await until(
      () => readBankBooks([bank]),
      (book) => book.length === 1
    )
  })

  it('does not send what was given up while it waited for a connection', async () => {
    const { url } = await startBank({ latencyMs: 200 })
    const bank = connect(url, { maxConcurrentCalls: 1 })
    const first = bank.transfer(makeTransfer(), new AbortController())
    const second = new AbortController()
    const given = bank.transfer(makeTransfer(), second)
    second.abort()
    await expect(given).rejects.toThrow('given up')
    await first
    await bank.transfer(makeTransfer(), new AbortController())
    expect(await readBankBooks([bank])).toHaveLength(2)
  })

  it('that answers about another reference, or too much, leaves it open what it did', async () => {
    for (const body of ['{"reference":"dis_item_other","status":"paid","bank_reference":"SB1"}', 'x'.repeat(100_000)]) {
      const server = createServer((_request, response) => response.end(body))
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const bank = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
      closers.push(() => server.close())
      expect(await callRail(bank, 'transfer', makeTransfer())).toMatchObject({ kind: 'unknown' })
    }
  })
})
