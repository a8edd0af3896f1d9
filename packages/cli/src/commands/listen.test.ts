import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runArus, runJson, startArus } from '../testing/run-arus.js'
import { startBuiltArus } from '../testing/run-built-arus.js'
import { type ServerToPay, startServerToPay } from '../testing/start-server-to-pay.js'

let server: ServerToPay
beforeAll(async () => {
  server = await startServerToPay()
})
afterAll(() => server.stop())

/** What the document says a batch's signature is, with nothing of our own code. */
function sign(apiKey: string, message: string): string {
  return createHmac('sha256', apiKey).update(message).digest('hex')
}

describe('arus listen', () => {
  it('with --register prints the webhooks of the server, verified by body and headers, and removes its endpoint at the end', async () => {
    const listener = startArus(['listen', '--port', '0', '--register', '--count', '1', '--json'], server.merchant)
    await listener.waitFor(/listening on/)
    await runJson(['validate', 'bca', '0011223344'], server.merchant)
    const { exitCode, stdout } = await listener.end()
    expect(exitCode).toBe(0)
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    ).toMatchObject([
      {
        is_verified: true,
        answered: 200,
        webhook_id: expect.stringMatching(/^evt_/),
        event: 'account_validation.completed',
        data: { account_number: '0011223344', status: 'valid' }
      }
    ])
    const headers = { authorization: `Basic ${btoa(`${server.merchant.ARUS_API_KEY}:`)}` }
    const endpoints = await fetch(`${server.url}/v1/webhook_endpoints`, { headers })
    expect(await endpoints.json()).toMatchObject({ data: { count: 0 } })
  })

  it('refuses what another key signed or somebody changed, with 400 and exit code 1', async () => {
    const listener = startArus(['listen', '--port', '0', '--count', '2'], server.merchant)
    const [, url] = await listener.waitFor(/listening on (\S+)/)
    const data = { account_number: '8888105', bank_code: 'bca', status: 'valid', account_holder: 'X' }
    const post = (signature: string) =>
      fetch(url!, {
        method: 'POST',
        body: JSON.stringify({ event: 'account_validation.completed', data: { ...data, signature }, retry_count: 0 })
      })
    const right = sign(server.merchant.ARUS_API_KEY!, '8888105|bca|valid')
    expect((await post(right)).status).toBe(200)
    expect((await post(sign('dp_test_another', '8888105|bca|valid'))).status).toBe(400)
    const { exitCode, stdout } = await listener.end()
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/✓ account_validation\.completed {2}bca 8888105 {2}valid X/)
    expect(stdout).toContain('✗ not verified')
  })

  it('hands verified webhooks on with --forward as they came, and answers as the other side does', async () => {
    const bodies: string[] = []
    const target = createServer(async (request, response) => {
      for await (const chunk of request) bodies.push(String(chunk))
      response.writeHead(503).end()
    })
    await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve))
    const targetUrl = `http://127.0.0.1:${(target.address() as AddressInfo).port}/hook`
    const listener = startArus(['listen', '--port', '0', '--count', '1', '--forward', targetUrl], server.merchant)
    const [, url] = await listener.waitFor(/listening on (\S+)/)
    const signature = sign(server.merchant.ARUS_API_KEY!, '8888105|bca|valid')
    const body = `{"event":"account_validation.completed",  "data":{"account_number":"8888105","bank_code":"bca","status":"valid","account_holder":"","signature":"${signature}"},"retry_count":0}`
    expect((await fetch(url!, { method: 'POST', body })).status).toBe(503)
    expect(bodies.join('')).toBe(body)
    expect((await listener.end()).exitCode).toBe(0)
    target.close()
  })

  it('ends with 0 on Ctrl-C, and with 2 when its port is taken', async () => {
    const listener = startBuiltArus(['listen', '--port', '0'], server.merchant)
    const [, port] = await listener.waitFor(/listening on http:\/\/127\.0\.0\.1:(\d+)/)
    expect(await runArus(['listen', '--port', port!], server.merchant)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(`can't listen on port ${port}`)
    })
    expect((await listener.end('SIGINT')).exitCode).toBe(0)
  })
})
