import type { AddressInfo } from 'node:net'
import { createApiKey } from '../api-keys/create-api-key.js'
import { type Configuration, parseConfiguration } from '../configuration/parse-configuration.js'
import { createApp } from '../http/create-app.js'
import { createLog } from '../http/create-log.js'
import type { RegisterRoutes } from '../http/server-context.js'
import { createMerchant } from '../merchants/create-merchant.js'
import type { Rail } from '../rails/rail.js'
import type { TestDatabase } from './create-test-database.js'

export type ServedMerchant = { merchantId: string; testKey: string; liveKey: string }

// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever was answered
export type ServedAnswer = { status: number; headers: Headers; body: any }

export type ServedRoutes = {
  url: string
  createMerchant(): Promise<ServedMerchant>
  /** Sends one request with a key. Text is sent as it is, anything else as JSON. */
  call(
    key: string,
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string> }
  ): Promise<ServedAnswer>
  stop(): Promise<void>
}

/** Serves some routes over real HTTP, on a port of the system's choice, behind real authentication. */
export async function serveRoutes(
  database: TestDatabase,
  routes: RegisterRoutes[],
  options: { rails: Rail[]; configuration?: Partial<Configuration> }
): Promise<ServedRoutes> {
  const context = {
    pool: database.pool,
    databaseUrl: database.databaseUrl,
    configuration: { ...parseConfiguration({}), ...options.configuration },
    log: createLog('silent'),
    masterKey: Buffer.alloc(32, 7),
    rails: options.rails,
    liveModeFault: undefined
  }
  const app = await createApp(context, routes)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/v1`

  return {
    url,
    async createMerchant() {
      const { id: merchantId } = await createMerchant(database.pool, { name: 'Toko Contoh' })
      const { secretKey: testKey } = await createApiKey(context, { merchantId, isLive: false })
      const { secretKey: liveKey } = await createApiKey(context, { merchantId, isLive: true })
      return { merchantId, testKey, liveKey }
    },
    async call(key, method, path, { body, headers = {} } = {}) {
      const response = await fetch(url + path, {
        method,
        headers: {
          Authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
          'Content-Type': 'application/json',
          ...headers
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) })
      })
      return { status: response.status, headers: response.headers, body: await response.json() }
    },
    stop: () => app.close()
  }
}
