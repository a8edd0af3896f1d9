import { createPrivateKey } from 'node:crypto'
import { request } from 'node:https'
import { expect, it } from 'vitest'
import { PUBLISHED_KEYS } from '../seeds/published-keys.js'
import { startSandbox } from '../start-sandbox.js'
import { TLS_CERTIFICATE } from '../testing/tls-certificate.js'

const key = createPrivateKey({ key: PUBLISHED_KEYS.merchant, format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' }).toString()

/** As a client does whose host name can't be configured: the name is looked up elsewhere, and nothing else changes. */
function post(host: string, port: string, path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', servername: host, port, path, method: 'POST', ca: TLS_CERTIFICATE }
    const headers = { host, 'content-type': 'application/json' }
    const sent = request({ ...options, headers }, async (response) => {
      let body = ''
      for await (const chunk of response) body += chunk
      resolve({ status: response.statusCode!, body })
    })
    sent.on('error', reject).end('{}')
  })
}

it("serves https to clients that know it by DANA's own host name, and its control API under none but its own", async () => {
  const sandbox = await startSandbox({ port: 0, tls: { cert: TLS_CERTIFICATE, key } })
  const { protocol, port } = new URL(sandbox.url)
  expect(protocol).toBe('https:')
  const answer = await post('api.sandbox.dana.id', port, '/rest/v1.1/debit/status')
  expect(JSON.parse(answer.body)).toMatchObject({ responseCode: expect.stringMatching(/^40\d55\d\d$/) })
  expect((await post('api.sandbox.dana.id', port, '/_sandbox/api/reset')).status).toBe(403)
  expect((await post('localhost', port, '/_sandbox/api/reset')).status).toBe(204)
  await sandbox.stop()
})
