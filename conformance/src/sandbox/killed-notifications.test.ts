import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectControl } from '@arus/sandbox'
import { expect, it, vi } from 'vitest'
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
    await vi.waitFor(() => expect(shop.notifications.length).toBeGreaterThan(0), { timeout: 20_000 })
    await sandbox.kill()

    isOpen = true
    const [refused] = shop.notifications.splice(0)
    sandbox = await startSandboxProcess(folder)
    await vi.waitFor(() => expect(shop.notifications).toHaveLength(1), { timeout: 60_000, interval: 100 })
    expect(shop.notifications[0]).toEqual(refused)
    await vi.waitFor(async () => {
      const [notification] = await connectControl(sandbox!).listNotifications()
      expect(notification).toMatchObject({ state: 'delivered' })
    })
  } finally {
    await sandbox?.kill()
    await shop.stop()
    await rm(folder, { recursive: true, force: true })
  }
}, 120_000)
