// Run by `npm run test:runtimes`, not by `npm test`: it fetches some 300 MB the first time.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../packages/calls/src/testing/index.js'
import { fetchRuntimes, RUNTIME_NAMES, type Runtime } from './fetch-runtimes.js'
import { type Consumer, installForConsumers } from './install-for-consumers.js'
import { packPackage } from './pack-package.js'
import { serveDana } from './serve-dana.js'

let folder: string
let server: TestServer
let consumers: { esModules: Consumer; commonJs: Consumer }
let runtimes: Map<string, Runtime>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arus-runtimes-'))
  const dana = await serveDana()
  server = dana.server
  runtimes = await fetchRuntimes(await mkdtemp(join(folder, 'fetched-')))
  runtimes.set('this Node', { name: 'this Node', version: process.version, program: process.execPath })
  const { tarball } = await packPackage('dana', folder)
  const consumer = await installForConsumers([tarball], folder, dana.files)
  consumers = { esModules: await consumer('dana-esm'), commonJs: await consumer('dana-cjs') }
}, 300_000)

afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Deno asks for leave to read, to call and so on, and takes modules from a registry unless told otherwise. */
const commandOf = ({ name, program }: Runtime) => (name === 'Deno' ? [program, 'run', '--allow-all', '--cached-only'] : [program])

describe.each(['this Node', ...RUNTIME_NAMES])('on %s', (name) => {
  it('an ES module makes a signed call, believes a notification, and not a forged one', async () => {
    const runtime = runtimes.get(name)!
    const found = await consumers.esModules.run(['main.js'], { runtime: commandOf(runtime) })
    console.log(`${name} (${runtime.version}), ES module: ${found.paid}, ${found.verified}, ${found.forged}`)
    expect(found).toMatchObject({
      paid: 'https://m.sandbox.dana.id/checkout',
      refused: ['4035814', 'refused', 'refused'],
      verified: ['new', '10000.00', '10000.00'],
      forged: 'invalid_signature',
      defaultsCarryNames: [true, true, true, true, true],
      sameAcrossEntries: [true, true, true]
    })
  })

  it('so does a CommonJS module, which catches the errors of the ES module copy beside it', async () => {
    const runtime = runtimes.get(name)!
    const found = await consumers.commonJs.run(['main.js'], { runtime: commandOf(runtime) })
    console.log(`${name} (${runtime.version}), CommonJS: ${found.paid}, ${found.verified}, ${found.forged}`)
    expect(found).toMatchObject({
      paid: 'https://m.sandbox.dana.id/checkout',
      verified: '10000.00',
      forged: 'invalid_signature',
      caughtByCommonJs: found.caughtByEsModules,
      sameAcrossEntries: [true, true, true, true]
    })
    expect(found.caughtByEsModules).toContain('WebhookVerificationError')
  })

  it('a .env file is loaded where it is asked for, never over what is set', async () => {
    const options = { runtime: commandOf(runtimes.get(name)!), environment: { ORIGIN: 'https://set.example' } }
    const loaded = { partnerId: 'partner-of-file', origin: 'https://set.example', env: 'sandbox' }
    expect(await consumers.esModules.run(['environment.js'], options)).toEqual(loaded)
    expect(await consumers.commonJs.run(['environment.js'], options)).toEqual(loaded)
  })
})
