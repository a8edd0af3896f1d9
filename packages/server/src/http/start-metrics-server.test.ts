import { afterEach, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/start-test-server.js'
import { createMetrics } from './create-metrics.js'
import { startMetricsServer } from './start-metrics-server.js'

let server: TestServer | undefined
afterEach(() => server?.stop())

it('serves health and metrics, and nothing else', async () => {
  server = await startTestServer()
  const { context } = server
  const metricsServer = await startMetricsServer(context, createMetrics(context.pool), { host: '127.0.0.1', port: 0 })
  try {
    const get = async (path: string) => {
      const response = await fetch(`${metricsServer.url}${path}`)
      return [response.status, await response.text()]
    }
    expect(await get('/healthz')).toEqual([200, '{"status":"ok"}'])
    expect(await get('/readyz')).toEqual([200, '{"status":"ok"}'])
    expect(await get('/metrics')).toEqual([200, expect.stringContaining('arus_open_items')])
    expect(await get('/v1/disbursements/banks')).toEqual([404, expect.anything()])
  } finally {
    await metricsServer.stop()
  }
})
