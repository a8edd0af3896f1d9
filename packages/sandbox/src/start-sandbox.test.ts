import { execFile } from 'node:child_process'
import { createHash, generateKeyPairSync, verify } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Sandbox } from './sandbox.js'
import type { SandboxOptions } from './sandbox-options.js'
import { SandboxStartError } from './sandbox-start-error.js'
import { startSandbox } from './start-sandbox.js'
import { bareClient } from './testing/bare-client.js'
import { type Received, startMerchant } from './testing/start-merchant.js'

const started: Sandbox[] = []

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ port: 0, ...options })
  started.push(sandbox)
  return sandbox
}

afterEach(async () => {
  for (const sandbox of started.splice(0)) await sandbox.stop()
})

describe('a sandbox', () => {
  it('that is strict and was reset takes an X-EXTERNAL-ID again', async () => {
    const sandbox = await start({ strict: true })
    const query = { originalPartnerReferenceNo: 'order-1', serviceCode: '54', merchantId: sandbox.credentials.merchantId }
    const ask = () => bareClient(sandbox).call('/rest/v1.1/debit/status', query, { 'X-EXTERNAL-ID': 'one' })
    expect([(await ask()).httpStatus, (await ask()).httpStatus]).toEqual([404, 409])
    await sandbox.reset()
    expect((await ask()).httpStatus).toBe(404)
  })

  it('takes a payment of a client of bare node:crypto, is paid without a browser, and tells so', async () => {
    const sandbox = await start()
    const client = bareClient(sandbox)
    const created = await client.pay('order-1', '10000.00', 'http://127.0.0.1:9/notify')
    expect(created).toMatchObject({ httpStatus: 200, body: { responseCode: '2005400' } })
    const order = await sandbox.pay(String(created.body.webRedirectUrl))
    expect(order).toMatchObject({ status: 'SUCCESS', amount: '10000.00' })
    expect(await client.query('order-1')).toMatchObject({ body: { responseCode: '2005500', latestTransactionStatus: '00' } })
    expect(sandbox.requests.map(({ operation, signature }) => [operation, signature])).toEqual([
      ['queryPayment', 'ok'],
      ['widgetPayment', 'ok']
    ])
    await expect(sandbox.pay(String(created.body.webRedirectUrl))).rejects.toMatchObject({ code: 'order_paid' })
  })

  it('tells the merchant of a payment, signed for the path of its address', async () => {
    const [sandbox, merchant] = [await start(), await startMerchant()]
    const created = await bareClient(sandbox).pay('order-1', '10000.00', `${merchant.url}/hook?shop=1`)
    await sandbox.pay(String(created.body.webRedirectUrl))
    await sandbox.idle()
    await merchant.stop()
    expect(sandbox.notifications).toMatchObject([{ state: 'delivered', status: '00' }])
    const [{ path, headers, body }] = merchant.received as [Received]
    expect(path).toBe('/hook?shop=1')
    const digest = createHash('sha256').update(body).digest('hex')
    const signed = Buffer.from(`POST:/hook:${digest}:${headers['x-timestamp']}`)
    const signature = Buffer.from(String(headers['x-signature']), 'base64')
    expect(verify('sha256', signed, sandbox.credentials.danaPublicKey, signature)).toBe(true)
    expect(JSON.parse(body)).toMatchObject({ originalPartnerReferenceNo: 'order-1', latestTransactionStatus: '00' })
  })

  it('shares nothing with another one', async () => {
    const [one, other] = [await start(), await start()]
    await bareClient(one).pay('order-1', '10000.00', 'http://127.0.0.1:9/notify')
    await one.clock.move(86_400_000)
    one.fault({ kind: 'empty_500' })
    expect(one.control.listOrders()).toHaveLength(1)
    expect(other.control.listOrders()).toHaveLength(0)
    expect(other.control.readClock().offsetMs).toBe(0)
    expect(other.control.listFaults()).toEqual([])
    expect(other.requests).toEqual([])
  })

  it('forgets everything when it is reset', async () => {
    const sandbox = await start()
    const before = sandbox.users
    const created = await bareClient(sandbox).pay('order-1', '10000.00', 'http://127.0.0.1:9/notify')
    await sandbox.pay(String(created.body.webRedirectUrl))
    await sandbox.clock.move(3_600_000)
    sandbox.fault({ kind: 'drop' })
    await sandbox.reset()
    expect(sandbox.users).toEqual(before)
    expect([sandbox.control.listOrders(), sandbox.requests, sandbox.control.listFaults()]).toEqual([[], [], []])
    expect(Math.abs(sandbox.clock.now() - Date.now())).toBeLessThan(60_000)
  })

  it('has the published credentials, so that a configuration survives restarts, or fresh ones', async () => {
    const [one, other, fresh] = [await start(), await start(), await start({ freshKeys: true })]
    expect(one.credentials).toEqual(other.credentials)
    expect(fresh.credentials.privateKey).not.toBe(one.credentials.privateKey)
    expect(fresh.credentials.danaPublicKey).not.toBe(one.credentials.danaPublicKey)
    expect(await bareClient(fresh).query('nothing')).toMatchObject({ body: { responseCode: '4045501' } })
    const mistaken = { url: fresh.url, credentials: one.credentials }
    expect(await bareClient(mistaken).query('nothing')).toMatchObject({ httpStatus: 401 })
  })

  it('has the users and merchants that it is given, in the place of seeded ones with the same phone', async () => {
    const publicKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' })
    const sandbox = await start({
      users: [{ phone: '083811223355', pin: '111111', name: 'Someone Else', balanceSen: 100n }],
      merchants: [{ partnerId: 'p-2', merchantId: 'm-2', name: 'Second', publicKey: publicKey.toString(), clientSecret: 's' }]
    })
    const found = sandbox.users.filter(({ phone }) => phone === '6283811223355')
    expect(found).toMatchObject([{ name: 'Someone Else', balance: '1.00' }])
    expect(sandbox.control.listMerchants().map(({ partnerId }) => partnerId)).toContain('p-2')
  })

  it('closes what ran out when its clock is moved', async () => {
    const sandbox = await start()
    await bareClient(sandbox).pay('order-1', '10000.00', 'http://127.0.0.1:9/notify')
    await sandbox.clock.move(3_600_000)
    expect(sandbox.control.findOrder('order-1').status).toBe('CLOSED')
  })
})

describe('a data folder', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'arus-sandbox-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('keeps orders, balances and the clock over a restart', async () => {
    const first = await start({ dataFolder: folder })
    const created = await bareClient(first).pay('order-1', '10000.00', 'http://127.0.0.1:9/')
    await first.pay(String(created.body.webRedirectUrl))
    await first.clock.move(3_600_000)
    const before = { users: first.users, orders: first.control.listOrders() }
    await first.stop()
    const second = await start({ dataFolder: folder })
    expect({ users: second.users, orders: second.control.listOrders() }).toEqual(before)
    expect(second.control.readClock().offsetMs).toBe(3_600_000)
    expect(await bareClient(second).query('order-1')).toMatchObject({ body: { latestTransactionStatus: '00' } })
  })

  it('pays what pays itself also where it ended before that, unless that is switched off', async () => {
    const first = await start({ dataFolder: folder })
    for (const reference of ['order-1', 'order-2'])
      await bareClient(first).pay(reference, reference === 'order-1' ? '11011.00' : '11012.00', 'http://127.0.0.1:9/')
    await bareClient(first).pay('order-3', '10000.00', 'http://127.0.0.1:9/')
    await first.stop()
    const statuses = (sandbox: Sandbox) => sandbox.control.listOrders().map(({ status }) => status)
    const second = await start({ dataFolder: folder, magic: false })
    expect(statuses(second)).toEqual(['INIT', 'INIT', 'INIT'])
    await second.stop()
    const third = await start({ dataFolder: folder })
    await expect.poll(() => statuses(third)).toEqual(['INIT', 'SUCCESS', 'SUCCESS'])
    expect(third.notifications).toHaveLength(2)
  })

  it('keeps fresh keys, for its owner alone, and takes newer ones', async () => {
    const first = await start({ dataFolder: folder, freshKeys: true })
    await first.stop()
    expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600)
    const second = await start({ dataFolder: folder })
    expect(second.credentials).toEqual(first.credentials)
    expect(await bareClient(second).query('none')).toMatchObject({ body: { responseCode: '4045501' } })
    await second.stop()
    const third = await start({ dataFolder: folder, freshKeys: true })
    expect(third.credentials.privateKey).not.toBe(first.credentials.privateKey)
    expect(await bareClient(third).query('none')).toMatchObject({ body: { responseCode: '4045501' } })
    await third.reset()
    expect(await bareClient(third).query('none')).toMatchObject({ body: { responseCode: '4045501' } })
  })

  it('is one sandbox at a time, and free again when a start failed', async () => {
    const first = await start({ dataFolder: folder })
    await expect(startSandbox({ port: 0, dataFolder: folder })).rejects.toMatchObject({ name: 'JournalError', code: 'locked' })
    const port = Number(new URL(first.url).port)
    await first.stop()
    const other = await start({ port })
    await expect(startSandbox({ port, dataFolder: folder })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await other.stop()
    writeFileSync(join(folder, 'keys.json'), '{"merchant":1}')
    await expect(startSandbox({ port: 0, dataFolder: folder })).rejects.toThrow('keys.json holds no keys')
    rmSync(join(folder, 'keys.json'))
    await start({ dataFolder: folder })
  })
})

describe('starting a sandbox', () => {
  it('on a taken port fails with an error that names it', async () => {
    const { url } = await start()
    const port = Number(new URL(url).port)
    const failure = await startSandbox({ port }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(SandboxStartError)
    expect(failure).toMatchObject({ code: 'EADDRINUSE', message: expect.stringContaining(`port ${port} is taken`) })
  })

  it.each([
    [{ host: '203.0.113.1' }, '203.0.113.1'],
    [{ publicUrl: 'localhost:4190' }, 'public URL'],
    [{ publicUrl: 'http://shop.test/path' }, 'public URL'],
    [{ tls: { cert: 'no', key: 'no' } }, 'TLS certificate'],
    [{ users: [{ phone: '0811', name: 'Nobody' }] }, 'invalid_field phone'],
    [{ merchants: [{ partnerId: '2026011500000000000001', publicKey: 'x' }] }, "the sandbox's own"]
  ] satisfies [SandboxOptions, string][])('with %j fails with an error that says so', async (options, words) => {
    const failure = await startSandbox({ port: 0, ...options }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(SandboxStartError)
    expect((failure as Error).message).toContain(words)
  })

  it('and stopping it leaves nothing that keeps the process alive', async () => {
    const program = `
      import { createServer } from 'node:http'
      import { startSandbox } from ${JSON.stringify(fileURLToPath(new URL('../dist/index.js', import.meta.url)))}
      const sandbox = await startSandbox({ port: 0 })
      // A connection that is kept alive,
      await fetch(sandbox.url + '/_sandbox/api/users').then((response) => response.text())
      // a request that is held,
      sandbox.fault({ kind: 'timeout_after_work', delayMs: 60_000 })
      const held = fetch(sandbox.url + '/rest/v1.1/debit/status', { method: 'POST', body: '{}' }).catch(() => 'dropped')
      // a notification that was taken, one that nobody answers and one that is to be sent again.
      const merchant = createServer((request, response) => request.url === '/taken' && response.end('{"responseCode":"2005600"}'))
      await new Promise((resolve) => merchant.listen(0, '127.0.0.1', resolve))
      const url = 'http://127.0.0.1:' + merchant.address().port
      for (const notificationUrl of [url + '/taken', url + '/silent', 'http://127.0.0.1:9/'])
        await sandbox.control.trigger('payment.paid', { notificationUrl })
      while (!sandbox.notifications.some(({ state }) => state === 'delivered')) await new Promise((resolve) => setTimeout(resolve, 10))
      await sandbox.stop()
      await sandbox.stop()
      merchant.close()
      merchant.closeAllConnections()
      console.log('stopped', await held)`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { timeout: 120_000 })
    expect(stdout).toBe('stopped dropped\n')
  })
})
