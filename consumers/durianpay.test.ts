import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Reaction, type SeenRequest, startTestServer, type TestServer } from '../packages/calls/src/testing/index.js'
import * as source from '../packages/durianpay/src/index.js'
import { type Consumer, installForConsumers } from './install-for-consumers.js'
import { packPackage } from './pack-package.js'

let folder: string
let consumer: (name: string) => Promise<Consumer>
let server: TestServer

/** As much of the API as a consumer calls. */
function react({ method, path }: SeenRequest): Reaction {
  const batch = { id: 'dis_consumer', status: 'approved', total_amount: '150000.00' }
  if (path === '/v1/disbursements/submit') return { body: { data: { ...batch, status: 'draft' } } }
  if (path === '/v1/disbursements/dis_refused/approve')
    return { status: 403, body: { error: 'no', error_code: 'INSUFFICIENT_BALANCE' } }
  if (path === '/v1/disbursements/dis_consumer/items') {
    const items = ['done', 'failed'].map((status, index) => ({ id: `dis_item_${index}`, status }))
    return { body: { data: { disbursement_batch_items: items, count: 2, next_cursor: null } } }
  }
  if (path === '/v1/disbursements') return { body: { data: { disbursements: [batch], count: 1 } } }
  if (path === '/v1/disbursements/dis_consumer' && method === 'GET') return { body: { data: batch } }
  return { status: 404, body: { error: `no ${method} ${path}`, error_code: 'DPAY_NOT_FOUND' } }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arus-consumers-'))
  server = await startTestServer(react)
  consumer = await installForConsumers([(await packPackage('durianpay', folder)).tarball], folder)
})

afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const PAID = {
  exports: Object.keys(source).sort(),
  batch: 'dis_consumer',
  statuses: ['done', 'failed'],
  verified: 'disbursement.completed',
  received: 'approved',
  twoCopies: true,
  caught: true,
  errorCode: 'INSUFFICIENT_BALANCE'
}

it('pays and takes a webhook as an ES module; importing reads no environment and adds no global', async () => {
  const found = await (await consumer('durianpay-esm')).run(['main.js', server.baseUrl])
  expect(found).toEqual({ ...PAID, ownReads: [], addedGlobals: 0, deepImport: 'ERR_PACKAGE_PATH_NOT_EXPORTED' })
})

it('pays and takes a webhook as CommonJS', async () => {
  expect(await (await consumer('durianpay-cjs')).run(['main.js', server.baseUrl])).toEqual(PAID)
})

it('compiles as a TypeScript ES module', async () => {
  await (await consumer('durianpay-types-esm')).compile()
})

it('compiles as TypeScript that becomes CommonJS, and runs', async () => {
  const program = await consumer('durianpay-types-cjs')
  await program.compile()
  expect(await program.run(['out/main.js', server.baseUrl])).toEqual({ batch: 'dis_consumer', isNotFound: false, known: 1 })
})
