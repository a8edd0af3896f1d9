import { createProcess, POLL_MS, type Process } from './create-process.js'
import type { World } from './world.js'

export const MASTER_KEY = Buffer.alloc(32, 7)

/** Where receivers are: nobody is there, the network is played. */
export const RECEIVER_RANGE = '203.0.113.0/24'

/** Starts a worker of the server in a process of its own; when it crashes, another comes after a while. */
export function startWorker(world: World, number: number, generation = 1): Process {
  const { server, settings, scheduler, bank, receivers } = world
  const name = generation === 1 ? `worker-${number}` : `worker-${number}${'abcdefghijklmnopqrstuvwxyz'[(generation - 2) % 26]}`
  const process = createProcess(world, name, 'worker')
  const { actor, pool, clock, deliveryClock } = process
  const random = world.random.fork(`deliveries of ${name}`)
  const onError = (step: string, error: unknown) => noteError(world, `${name}, ${step}`, error)
  const sender = server.createWebhookSender({
    guard: server.createAddressGuard({ allowedCidrs: [RECEIVER_RANGE], resolve: async () => [] }),
    clock,
    openDispatcher: () => receivers.connect(actor)
  })
  const delivery = {
    pool,
    masterKey: MASTER_KEY,
    sender,
    random: random.next,
    clock: deliveryClock,
    onError: (error: unknown) => onError('deliver', error)
  }
  server.createWorker({
    id: name,
    pool,
    rails: [bank.connect(actor)],
    feePerItemSen: settings.feePerItemSen,
    leaseMs: settings.leaseMs,
    pollMs: POLL_MS,
    clock,
    steps: [{ name: 'deliver', step: (signal) => server.deliverDue(delivery, { signal, limit: 8 }) }],
    onError
  })
  actor.onCrash.add(() => {
    scheduler.setTimer(world.outside, world.random.whole(200, 20_000), () => {
      world.story.tell(scheduler.nowMs(), 'outside', `starts another worker in the place of ${name}`)
      startWorker(world, number, generation + 1)
    })
  })
  return process
}

/** The database being away, or having undone a transaction too often, is the world's doing. Anything else is a fault of the server. */
export function noteError(world: World, where: string, error: unknown): void {
  const { code, message } = error as { code?: string; message?: string }
  world.story.tell(world.scheduler.nowMs(), 'error', `${where}: ${message ?? String(error)}`)
  if (/Connection terminated|connection ended|not queryable/.test(message ?? '')) return
  if (code === '22023' && world.poisoned.size > 0) return
  world.findings.push(`${where} failed: ${message ?? String(error)}`)
}
