import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer as createSocketServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiKey } from './api-keys/create-api-key.js'
import { parseConfiguration } from './configuration/parse-configuration.js'
import { createLog } from './http/create-log.js'
import { createMerchant } from './merchants/create-merchant.js'
import { runServer } from './run-server.js'
import { createTestDatabase, type TestDatabase } from './testing/create-test-database.js'
import { send } from './testing/start-test-server.js'

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'arus-run-'))
})
afterAll(async () => {
  // Fails when a server left a connection open.
  await database.drop()
  await rm(folder, { recursive: true })
})

const log = createLog('silent')
const configure = (env: Record<string, string> = {}) =>
  parseConfiguration({ DATABASE_URL: database.databaseUrl, ARUS_DATA_DIR: folder, ARUS_PORT: '0', ...env })

describe('runServer', () => {
  it('starts from a configuration alone, answers, and closes everything, however often it is told to', async () => {
    const server = await runServer({ configuration: configure(), log })
    expect(await send(`${server.url}/readyz`, {})).toMatchObject({ status: 200 })
    await Promise.all([server.stop(), server.stop()])
    await server.stop()
    await expect(send(`${server.url}/readyz`, {})).rejects.toThrow()
  })

  it('runs API and worker in processes of their own', async () => {
    const worker = await runServer({ configuration: configure(), log, runsApi: false })
    const api = await runServer({ configuration: configure(), log, runsWorker: false })
    expect(worker.url).toBeUndefined()
    const { id: merchantId } = await createMerchant(api.pool, { name: 'Warung' })
    const { secretKey } = await createApiKey(api, { merchantId, isLive: false })
    const init = {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${secretKey}:`)}` },
      body: JSON.stringify({ bank_code: 'bca', account_number: '8422640' })
    }
    for (let status = 'processing'; status === 'processing'; ) {
      status = (await send(`${api.url}/v1/disbursements/validate`, init)).body.data.status
      expect(['processing', 'valid']).toContain(status)
    }
    await Promise.all([api.stop(), worker.stop()])
  })

  it('lets no transaction wait for its process longer than a lease', async () => {
    const server = await runServer({ configuration: configure({ ARUS_LEASE_MS: '90000' }), log })
    const { rows } = await server.pool.query('SHOW idle_in_transaction_session_timeout')
    expect(rows).toEqual([{ idle_in_transaction_session_timeout: '90s' }])
    await server.stop()
  })

  it('refuses live mode with a master key from the data folder, and where the database may forget', async () => {
    const kept = await runServer({ configuration: configure(), log, runsWorker: false })
    expect(kept.liveModeFault).toContain('set ARUS_MASTER_KEY')
    const { id: merchantId } = await createMerchant(kept.pool, { name: 'Warung' })
    await expect(createApiKey(kept, { merchantId, isLive: true })).rejects.toThrow('set ARUS_MASTER_KEY')
    await database.pool.query('TRUNCATE api_keys CASCADE')
    await kept.stop()

    const given = await runServer({
      configuration: configure({ ARUS_MASTER_KEY: randomBytes(32).toString('hex') }),
      log,
      runsWorker: false
    })
    // The databases of tests run without.
    expect(given.liveModeFault).toContain('fsync off')
    await given.stop()
  })

  it('does not start with a master key that this database was not sealed with, and undoes what it had opened', async () => {
    const first = await runServer({ configuration: configure(), log, runsWorker: false })
    const { id: merchantId } = await createMerchant(first.pool, { name: 'Warung' })
    await createApiKey(first, { merchantId, isLive: false })
    await first.stop()
    const other = configure({ ARUS_MASTER_KEY: randomBytes(32).toString('base64') })
    await expect(runServer({ configuration: other, log })).rejects.toThrow('sealed with another ARUS_MASTER_KEY')
  })

  it('undoes what it had started when its port is taken', async () => {
    const taken = createSocketServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as { port: number }
    await expect(runServer({ configuration: configure({ ARUS_PORT: String(port) }), log })).rejects.toMatchObject({
      code: 'EADDRINUSE'
    })
    await new Promise((resolve) => taken.close(resolve))
  })
})
