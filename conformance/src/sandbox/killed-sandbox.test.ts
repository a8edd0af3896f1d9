import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectControl } from '@arus/sandbox'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openJournal } from '../../../packages/sandbox/src/journal/open-journal.js'
import { DEFAULT_SEED } from '../../../packages/sandbox/src/seeds/default-seed.js'
import { createEngine } from '../../../packages/sandbox/src/state/create-engine.js'
import type { Engine } from '../../../packages/sandbox/src/state/engine.js'
import { createBareClient } from './clients/bare-client.js'
import { readState } from './world/known-state.js'
import { createRestlessCustomer, FIRST_BALANCE_SEN, type Merchant, type RestlessCustomer } from './world/restless-customer.js'
import { type SandboxProcess, startSandboxProcess } from './world/start-sandbox-process.js'

const CUSTOMERS = 6
const KILLS = 2
const OTHER_KEY = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString()
const OTHER = { partnerId: 'partner-2', merchantId: 'merchant-2', clientSecret: 'secret-2' }

/** Both merchants, at a sandbox's address of now. */
function merchantsOf({ url, credentials }: SandboxProcess): [Merchant, Merchant] {
  return [
    { client: createBareClient({ url, ...credentials }), merchantId: credentials.merchantId },
    { client: createBareClient({ url, ...OTHER, privateKey: OTHER_KEY }), merchantId: OTHER.merchantId }
  ]
}

async function openAccounts({ url }: SandboxProcess, customers: readonly RestlessCustomer[]): Promise<void> {
  const control = connectControl({ url })
  const publicKey = createPublicKey(createPrivateKey(OTHER_KEY)).export({ type: 'spki', format: 'pem' }).toString()
  await control.addMerchant({ ...OTHER, publicKey })
  for (const { phone } of customers) await control.addUser({ phone, pin: '123456', balance: FIRST_BALANCE_SEN / 100 })
}

/** Lets all customers act at once, and kills the sandbox after so many steps, in the midst of others. */
async function actUntilKilled(sandbox: SandboxProcess, customers: readonly RestlessCustomer[], steps: number): Promise<void> {
  const merchants = merchantsOf(sandbox)
  let [taken, isKilled] = [0, false]
  const failures: unknown[] = []
  let killed: Promise<void> | undefined
  await Promise.all(
    customers.map(async (customer, index) => {
      try {
        while (!isKilled) {
          await customer.step(merchants[index % 2]!)
          if (++taken < steps || isKilled) continue
          isKilled = true
          killed = sandbox.kill()
        }
      } catch (error) {
        // Nobody answers any more, which is no failure once the sandbox is killed.
        if (!isKilled) failures.push(error)
      }
    })
  )
  await killed
  expect(failures).toEqual([])
  expect(isKilled).toBe(true)
}

/** Does something with what a folder holds, as a sandbox that starts there has it. */
async function withEngine(folder: string, act: (engine: Engine) => void): Promise<void> {
  const engine = createEngine({ clock: Date.now, random: randomBytes, seed: DEFAULT_SEED, journal: await openJournal(folder) })
  try {
    act(engine)
  } finally {
    await engine.close()
  }
}

function expectConservedMoney(engine: Engine): void {
  expect(engine.verify()).toEqual([])
  const accounts = [
    'world',
    ...engine.listUsers().map(({ id }) => `user:${id}`),
    ...engine.listMerchants().map(({ merchantId }) => `merchant:${merchantId}`)
  ]
  expect(accounts.reduce((total, account) => total + engine.balanceOf(account), 0n)).toBe(0n)
}

it('a sandbox that is killed at work has all that it acknowledged when it starts again, and nothing half done', async () => {
  const runs = fc.record({
    seed: fc.integer({ min: 1, max: 2 ** 31 }),
    steps: fc.array(fc.integer({ min: 20, max: 100 }), { minLength: KILLS, maxLength: KILLS })
  })
  const perform = async ({ seed, steps }: { seed: number; steps: number[] }) => {
    const folder = await mkdtemp(join(tmpdir(), 'arus-killed-'))
    const random = seededRandom(seed)
    const customers = Array.from({ length: CUSTOMERS }, (_, index) => createRestlessCustomer(`62813000000${index}0`, random))
    let sandbox: SandboxProcess | undefined
    try {
      for (const [round, stepsBefore] of steps.entries()) {
        sandbox = await startSandboxProcess(folder)
        if (round === 0) await openAccounts(sandbox, customers)
        await actUntilKilled(sandbox, customers, stepsBefore)
        await withEngine(folder, (engine) => {
          expectConservedMoney(engine)
          for (const customer of customers) {
            const known = customer.knownStates()
            const found = readState(engine, { phone: customer.phone, tokens: Object.keys(known[0]!.tokens) })
            expect(known).toContainEqual(found)
            customer.resume(found)
          }
        })
      }
      // And it serves on from there.
      sandbox = await startSandboxProcess(folder)
      for (const [index, merchant] of merchantsOf(sandbox).entries()) await customers[index]!.step(merchant)
    } finally {
      await sandbox?.kill()
      await rm(folder, { recursive: true, force: true })
    }
  }
  await fc.assert(fc.asyncProperty(runs, perform), { numRuns: 2, endOnFailure: true })
}, 240_000)

/** The same numbers for the same seed (a linear congruence, whose high bits are good enough here). */
function seededRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
