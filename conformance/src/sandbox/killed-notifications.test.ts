import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectControl } from '@arus/sandbox'
import { expect, it } from 'vitest'
import { type SandboxProcess, startSandboxProcess } from './world/start-sandbox-process.js'
import { startShop } from './world/start-shop.js'

it('a shop that would not hear of a payment is told by the sandbox that starts where the killed one worked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'arus-killed-'))
  let sandbox: SandboxProcess | undefined
  let isOpen = false
  const shop = await startShop({
    danaPublicKey: () => sandbox!.credentials.danaPublicKey,
    answer: () => (isOpen ? undefined : '5005601')
  })
  try {
    sandbox = await startSandboxProcess(folder)
    const { notificationUrl } = shop
    await connectControl(sandbox).trigger('payment.paid', { notificationUrl, amount: 12_500 })
    await expect.poll(() => shop.notifications.length).toBeGreaterThan(0)
    await sandbox.kill()

    isOpen = true
    const [refused] = shop.notifications.splice(0)
    sandbox = await startSandboxProcess(folder)
    await expect.poll(() => shop.notifications.length).toBe(1)
    expect(shop.notifications[0]).toEqual(refused)
    await expect.poll(async () => (await connectControl(sandbox!).listNotifications())[0]).toMatchObject({ state: 'delivered' })
  } finally {
    await sandbox?.kill()
    await shop.stop()
    await rm(folder, { recursive: true, force: true })
  }
}, 300_000)
