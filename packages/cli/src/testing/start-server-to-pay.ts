import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase } from '../../../server/src/testing/index.js'
import { type Environment, runJson, startArus } from './run-arus.js'

export type ServerToPay = {
  url: string
  /** For commands of an operator. */
  operator: Environment
  /** For commands of a merchant with test money. */
  merchant: Environment
  merchantId: string
  /** A new merchant, with a key, and the environment of its commands. */
  makeMerchant: (name: string) => Promise<{ merchantId: string; merchant: Environment }>
  /** A folder of this test's own. */
  folder: string
  stop: () => Promise<void>
}

/** Runs `arus server`, API and worker, on a database of its own, and makes a merchant by command. */
export async function startServerToPay(settings: Environment = {}): Promise<ServerToPay> {
  const database = await createTestDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'arus-cli-test-'))
  const operator = {
    DATABASE_URL: database.databaseUrl,
    ARUS_DATA_DIR: join(folder, 'data'),
    ARUS_PORT: '0',
    ARUS_WEBHOOK_ALLOW: '127.0.0.0/8',
    ARUS_LOG_LEVEL: 'warn',
    ...settings
  }
  const server = startArus(['server', '--json'], operator)
  const [, url] = await server.waitFor(/"url":"(.+?)"/)
  const makeMerchant = async (name: string) => {
    const made = await runJson<{ merchant: { id: string } }>(['merchants', 'create', name], operator)
    const merchantId = made.document.merchant.id
    const key = await runJson<{ secret_key: string }>(['keys', 'create', '--merchant', merchantId], operator)
    return { merchantId, merchant: { ARUS_URL: url!, ARUS_API_KEY: key.document.secret_key } }
  }
  return {
    url: url!,
    operator,
    ...(await makeMerchant('Warung Sari')),
    makeMerchant,
    folder,
    stop: async () => {
      await server.end('SIGTERM')
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    }
  }
}
