import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPool } from '../../../server/src/database/create-pool.js'
import { sealedPrefix } from '../../../server/src/secrets/sealed-form.js'
import { runArus, runJson } from '../testing/run-arus.js'
import { type ServerToPay, startServerToPay } from '../testing/start-server-to-pay.js'

const [oldKey, newKey] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')]
let server: ServerToPay
/** Of step 2: the new key seals. */
let settings: ServerToPay['operator']
beforeAll(async () => {
  server = await startServerToPay({ ARUS_MASTER_KEY: oldKey, ARUS_MASTER_KEY_SECOND: newKey })
  settings = { ...server.operator, ARUS_MASTER_KEY: newKey, ARUS_MASTER_KEY_SECOND: oldKey }
})
afterAll(() => server.stop())

it('seals every secret with the new master key while a server that has both goes on, and then has nothing left to do', async () => {
  const told = await runJson(['secrets', 'reseal'], settings)
  expect(told).toEqual({ exitCode: 0, document: { is_done: true, api_keys: 1, webhook_endpoints: 0, unopened: [] } })
  expect((await runArus(['balance'], server.merchant)).exitCode).toBe(0)
  const again = await runArus(['secrets', 'reseal'], settings)
  expect(again).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Sealed anew: 0 API keys') })
  expect(again.stdout).toContain('Every secret is sealed with ARUS_MASTER_KEY')

  // An empty setting is none.
  const oldAlone = { ...server.operator, ARUS_MASTER_KEY_SECOND: '' }
  expect(await runArus(['server'], oldAlone)).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('sealed with another ARUS_MASTER_KEY')
  })
})

it('ends with 1 and names the row whose secret no key opens', async () => {
  const pool = createPool({
    databaseUrl: server.operator.DATABASE_URL!,
    maxConnections: 1,
    applicationName: 'test',
    onError: () => {}
  })
  // Says that the old key sealed it, and was damaged since.
  const damaged = Buffer.concat([sealedPrefix(Buffer.from(oldKey, 'base64')), randomBytes(60)])
  await pool.query(
    `INSERT INTO api_keys (merchant_id, id, is_live, lookup_hash, sealed_key, last_characters) VALUES ($1, 'key_damaged', false, $2, $3, '')`,
    [server.merchantId, randomBytes(32), damaged]
  )
  await pool.end()
  const told = await runJson<{ unopened: unknown[] }>(['secrets', 'reseal'], settings)
  expect(told).toMatchObject({
    exitCode: 1,
    document: { is_done: false, unopened: [{ table: 'api_keys', merchant_id: server.merchantId, id: 'key_damaged' }] }
  })
})
