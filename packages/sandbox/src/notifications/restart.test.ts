import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import type { SandboxOptions } from '../sandbox-options.js'
import { startSandbox } from '../start-sandbox.js'

type Answer = (response: ServerResponse, path: string) => void

const take: Answer = (response) => response.end('{"responseCode":"2005600","resultInfo":{"resultCodeId":"00000000"}}')
const refuse: Answer = (response) => response.writeHead(503).end()

let folder: string
let answer: Answer
let paths: string[]
let url: string
let stopMerchant: () => Promise<void>
const started: Sandbox[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'arus-sandbox-'))
  answer = take
  paths = []
  const merchant = createServer((request, response) => {
    request.resume().on('end', () => {
      paths.push(request.url ?? '')
      answer(response, request.url ?? '')
    })
  })
  await new Promise<void>((resolve) => merchant.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(merchant.address() as AddressInfo).port}`
  stopMerchant = async () => {
    merchant.closeAllConnections()
    await new Promise((resolve) => merchant.close(resolve))
  }
})
afterEach(async () => {
  for (const sandbox of started.splice(0)) await sandbox.stop()
  await stopMerchant()
  rmSync(folder, { recursive: true })
})

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ port: 0, dataFolder: folder, ...options })
  started.push(sandbox)
  return sandbox
}

const builtFile = (path: string) => JSON.stringify(fileURLToPath(new URL(`../../dist/${path}`, import.meta.url)))

/** A sandbox in a process of its own, which is killed when the merchant has heard of both notifications. */
async function startAndKill(notificationRetriesMs: readonly number[]): Promise<void> {
  const program = `
    import { startSandbox } from ${builtFile('index.js')}
    import { bareClient } from ${builtFile('testing/bare-client.js')}
    const [dataFolder, url] = ${JSON.stringify([folder, url])}
    const sandbox = await startSandbox({ port: 0, dataFolder, notificationRetriesMs: ${JSON.stringify(notificationRetriesMs)} })
    const { partnerId, merchantId } = sandbox.credentials
    const query = { partnerId, merchantId, scopes: 'CASHIER', externalId: 'one', channelId: '1', redirectUrl: url, state: 'one' }
    const oauthUrl = sandbox.url + '/v1.0/get-auth-code?' + new URLSearchParams({ ...query, timestamp: '2026-01-15T10:04:05+07:00' })
    await bareClient(sandbox).applyToken((await sandbox.authorize(oauthUrl)).authCode)
    await sandbox.control.changeMerchant(partnerId, { unbindNotifyUrl: url + '/unbound' })
    await sandbox.control.trigger('payment.paid', { notificationUrl: url + '/paid' })
    await sandbox.control.trigger('unbind', {})
    const looking = setInterval(async () => {
      if (sandbox.notifications.some(({ attempts }) => attempts.length === 0)) return
      clearInterval(looking)
      // What is done once this is kept was kept before it.
      await sandbox.control.changeMerchant(partnerId, { unbindNotifyUrl: url + '/unbound' })
      console.log('noted')
    }, 10)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const isNoted = new Promise((resolve) => child.stdout.once('data', resolve))
  await expect.poll(() => paths.length).toBe(2)
  if (answer === refuse) await isNoted
  child.kill('SIGKILL')
  await exited
}

it('sends what was on its way when the process was killed, though nobody had noted an attempt', async () => {
  answer = () => undefined
  await startAndKill([])
  answer = take
  const sandbox = await start()
  await sandbox.idle({ all: true })
  expect(paths.toSorted()).toEqual(['/paid', '/paid', '/unbound', '/unbound'])
  expect(sandbox.notifications.map(({ kind, state, attempts }) => [kind, state, attempts.length])).toEqual([
    ['unbindNotify', 'delivered', 1],
    ['finishNotify', 'delivered', 1]
  ])
})

it('keeps the attempts that were made and the time of the next, after a kill too, until it is reset', async () => {
  answer = refuse
  await startAndKill([600_000])
  answer = take
  const sandbox = await start()
  await sandbox.idle()
  expect(paths).toHaveLength(2)
  for (const { state, attempts, nextAttemptAt } of sandbox.notifications) {
    expect([state, attempts.map(({ error }) => error)]).toEqual(['waiting', ['answered with 503']])
    expect(nextAttemptAt! - attempts[0]!.at).toBeGreaterThanOrEqual(600_000)
  }
  const { id } = sandbox.notifications[0]!
  expect(await sandbox.control.resendNotification(id)).toMatchObject({ number: 2, isDelivered: true })
  await sandbox.reset()
  expect(sandbox.notifications).toEqual([])
  await sandbox.stop()
  expect((await start()).notifications).toEqual([])
})

it('makes up for attempts that fell into the time between, and goes on where the schedule was', async () => {
  answer = refuse
  const first = await start({ notificationRetriesMs: [50, 600_000] })
  await first.control.trigger('payment.paid', { notificationUrl: `${url}/paid` })
  await expect.poll(() => first.notifications[0]?.attempts.length).toBe(1)
  await first.stop()
  const second = await start({ notificationRetriesMs: [50, 600_000] })
  await expect.poll(() => second.notifications[0]?.attempts.length).toBe(2)
  await second.idle()
  expect(second.notifications[0]).toMatchObject({ state: 'waiting', nextAttemptAt: expect.any(Number) })
  await second.stop()
  const third = await start({ notificationRetriesMs: [] })
  expect(await third.control.resendNotification(third.notifications[0]!.id)).toMatchObject({ number: 3, isDelivered: false })
  answer = take
  expect(await third.control.resendNotification(third.notifications[0]!.id)).toMatchObject({ number: 4, isDelivered: true })
  await third.stop()
  const last = await start()
  expect(last.notifications).toMatchObject([{ state: 'delivered', attempts: { length: 4 } }])
  await last.idle({ all: true })
  expect(paths).toHaveLength(4)
})
