import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { DEFAULT_PORT } from '@arus/sandbox'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RunningArus, runArus, runJson, startArus } from '../testing/run-arus.js'
import { startBuiltArus } from '../testing/run-built-arus.js'

const running: RunningArus[] = []
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arus-cli-sandbox-'))
})
afterEach(async () => {
  for (const arus of running.splice(0)) await arus.end('SIGTERM')
  rmSync(folder, { recursive: true })
})

const AS_JSON = ['sandbox', '--port', '0', '--json']
type Told = { url: string; credentials: Record<string, string>; users: { phone: string }[]; env_file: string | null }

async function startSandbox(words: readonly string[] = []): Promise<Told & { arus: RunningArus }> {
  return readTold(startArus([...AS_JSON, ...words]))
}

async function readTold<Arus extends RunningArus>(arus: Arus): Promise<Told & { arus: Arus }> {
  running.push(arus)
  const [line] = await arus.waitFor(/^.*\n/)
  return { ...(JSON.parse(line) as Told), arus }
}

/** A merchant's endpoint that answers as it is told. */
async function serve(answer: string) {
  const paths: string[] = []
  const server = createServer((request, response) => {
    paths.push(request.url ?? '')
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, paths, stop: () => server.close() }
}

describe('arus sandbox', () => {
  it('with --json prints its address and credentials as one line, serves, and ends with 0 when it is asked to', async () => {
    const { url, credentials, users, arus } = await readTold(startBuiltArus(AS_JSON))
    expect(credentials).toMatchObject({ partnerId: expect.any(String), privateKey: expect.stringContaining('PRIVATE KEY') })
    expect(users.length).toBeGreaterThan(0)
    expect((await fetch(`${url}/_sandbox/`)).status).toBe(200)
    const { exitCode, stdout } = await arus.end('SIGTERM')
    expect([exitCode, stdout.trim().split('\n').length]).toEqual([0, 1])
  })

  it('listens, and is looked for, where @arus/sandbox listens by default', async () => {
    expect((await runArus(['sandbox', '--help'])).stdout).toContain(`where to listen (${DEFAULT_PORT};`)
    expect((await runArus(['trigger', '--help'])).stdout).toContain(`http://127.0.0.1:${DEFAULT_PORT})`)
    expect((await runArus(['listen', '--help'])).stdout).toContain(`http://127.0.0.1:${DEFAULT_PORT})`)
  })

  it('tells a person where it is, who can pay, and the variables of a client', async () => {
    const arus = startArus(['sandbox', '--port', '0'])
    running.push(arus)
    await arus.waitFor(/PHONE[\s\S]*Siti.*\n/)
    expect(arus.output.stdout).toMatch(/DANA sandbox at http:\/\/127\.0\.0\.1:\d+ {2}no real money/)
    expect(arus.output.stdout).toMatch(/^X_PARTNER_ID=\d+$/m)
    expect(arus.output.stdout).toMatch(/^083811223355 {2}181818 {2}Siti/m)
  })

  it('writes the variables of a client, for its owner alone, over nothing that differs unless it is forced to', async () => {
    const path = join(folder, '.env')
    writeFileSync(path, 'SHOP=warung\nDANA_BASE_URL=https://elsewhere.example\n', { mode: 0o644 })
    const refused = await runArus(['sandbox', '--port', '0', '--env-file', path])
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('other values of DANA_BASE_URL') })
    const { url, credentials, env_file } = await startSandbox(['--env-file', path, '--force'])
    expect(env_file).toBe(path)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const text = readFileSync(path, 'utf8')
    expect(text.match(/^PRIVATE_KEY=.*$/m)![0]).toContain('\\n')
    expect(parseEnv(text)).toEqual({
      SHOP: 'warung',
      X_PARTNER_ID: credentials.partnerId,
      PRIVATE_KEY: credentials.privateKey!.trim(),
      MERCHANT_ID: credentials.merchantId,
      ORIGIN: credentials.origin,
      CLIENT_SECRET: credentials.clientSecret,
      DANA_PUBLIC_KEY: credentials.danaPublicKey!.trim(),
      DANA_BASE_URL: url,
      DANA_WEB_URL: url
    })
  })

  it('has the users of an accounts file, and says which line of it is wrong', async () => {
    const path = join(folder, 'accounts.yaml')
    writeFileSync(path, 'users:\n  - phone: 081234567890\n    pin: 123456\n    name: Tono\n')
    const { users } = await startSandbox(['--accounts', path])
    expect(users).toContainEqual(expect.objectContaining({ phone: '6281234567890', name: 'Tono' }))
    writeFileSync(path, 'users:\n  - phone: 081234567890\n    pin: 12\n    name: Tono\n')
    const refused = await runArus(['sandbox', '--port', '0', '--accounts', path])
    expect(refused).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('accounts.yaml:3: users[0].pin') })
  })

  it('keeps what was in it in its data folder', async () => {
    const first = await startSandbox(['--data', folder])
    await runJson(['trigger', 'payment.paid', '--amount', '25000', '--url', first.url])
    await first.arus.end('SIGTERM')
    const second = await startSandbox(['--data', folder])
    const refunded = await runJson(['trigger', 'refund', '--url', second.url])
    expect(refunded).toMatchObject({ exitCode: 0, document: { order: { amount: '25000.00', refunded: '25000.00' } } })
  })

  it.each([
    [['--strict=everything'], '--strict takes channel-id or nothing'],
    [['--tls-cert', '/nowhere'], 'give both'],
    [['--tls-cert', '/nowhere', '--tls-key', '/nowhere'], "/nowhere can't be read"],
    [['--force'], '--force is about --env-file'],
    [['--public-url', 'localhost'], 'the public URL must be'],
    [['--port', 'http'], '--port must be a whole number']
  ])('with %j ends with 2 and says why', async (words, message) => {
    const told = await runArus(['sandbox', ...(words[0] === '--port' ? [] : ['--port', '0']), ...words])
    expect(told).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(message) })
  })

  it('on a taken port ends with 2 and names it', async () => {
    const port = new URL((await startSandbox()).url).port
    const told = await runArus(['sandbox', '--port', port])
    expect(told).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(`port ${port} is taken`) })
  })
})

describe('arus trigger', () => {
  it('pays, refunds and closes what it makes up, and says what came of it', async () => {
    const environment = { DANA_BASE_URL: (await startSandbox()).url }
    const paid = await runArus(['trigger', 'payment.paid', '--amount', '25000'], environment)
    expect(paid).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^trigger-\w+ {2}SUCCESS {2}Rp 25000\.00/) })
    const [reference] = paid.stdout.split(' ')
    const refunded = await runArus(['trigger', 'refund', reference!, '--amount', '5000'], environment)
    expect(refunded).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Rp 5000.00 refunded') })
    expect(await runArus(['trigger', 'payment.expired'], environment)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('CLOSED')
    })
  })

  it('ends with 4 when the sandbox refuses, with 6 when there is none, and with 2 for what is no event', async () => {
    const { url } = await startSandbox()
    expect(await runJson(['trigger', 'payment.paid', 'nothing', '--url', url])).toMatchObject({
      exitCode: 4,
      document: { error: { kind: 'refused', error_code: 'not_found', message: 'the sandbox: there is no order nothing' } }
    })
    const nobody = await serve('')
    await nobody.stop()
    expect(await runArus(['trigger', 'refund', '--url', nobody.url])).toMatchObject({
      exitCode: 6,
      stderr: expect.stringContaining(`no sandbox at ${nobody.url}: start one with arus sandbox`)
    })
    expect(await runArus(['trigger', 'refund', '--url', 'http://127.0.0.1:9'])).toMatchObject({
      exitCode: 6,
      stderr: expect.stringContaining('no sandbox at http://127.0.0.1:9 that can be reached (bad port): start one')
    })
    expect((await runArus(['trigger', 'payment.lost', '--url', url])).exitCode).toBe(2)
    expect((await runArus(['trigger', 'refund', '--url', 'localhost'])).exitCode).toBe(2)
    expect((await runArus(['trigger', 'payment.paid', '--amount', 'much', '--url', url])).exitCode).toBe(2)
  })
})

describe('arus listen --forward-to', () => {
  it("sends the sandbox's notifications on, and says who took them", async () => {
    const { url } = await startSandbox()
    const merchant = await serve('{"responseCode":"2005600","responseMessage":"Successful"}')
    const listener = startArus([
      'listen',
      '--sandbox',
      url,
      '--forward-to',
      `${merchant.url}/dana/notify`,
      '--count',
      '1',
      '--json'
    ])
    await listener.waitFor(/following the sandbox/)
    const { document } = await runJson(['trigger', 'payment.paid', '--notify-url', 'http://127.0.0.1:9/', '--url', url])
    const { exitCode, stdout } = await listener.end()
    merchant.stop()
    expect(exitCode).toBe(0)
    const { order } = document as { order: { partnerReferenceNo: string } }
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'finishNotify',
      body: { originalPartnerReferenceNo: order.partnerReferenceNo, latestTransactionStatus: '00' },
      forwarded: { isTaken: true, status: 200 }
    })
    expect(merchant.paths).toEqual(['/dana/notify'])
  })

  it('ends with 1 when one was not taken', async () => {
    const { url } = await startSandbox()
    const merchant = await serve('{"responseCode":"5005601"}')
    const listener = startArus(['listen', '--forward-to', merchant.url, '--count', '1'], { DANA_BASE_URL: url })
    await listener.waitFor(/following the sandbox/)
    await runJson(['trigger', 'payment.paid', '--notify-url', 'http://127.0.0.1:9/', '--url', url])
    const { exitCode, stdout } = await listener.end()
    merchant.stop()
    expect([exitCode, stdout]).toEqual([1, expect.stringMatching(/✗ finishNotify .* paid .*answered 200: .*5005601/)])
  })

  it('is not to be had with what is for the disbursement server', async () => {
    expect(await runArus(['listen', '--forward-to', 'http://127.0.0.1:9/', '--register'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--register is for webhooks of the disbursement server')
    })
  })
})
