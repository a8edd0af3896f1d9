import { Dispatcher, errors } from 'undici'
import type { Actor } from '../world/actor.js'
import type { Random } from '../world/random.js'
import type { Scheduler } from '../world/scheduler.js'
import type { Story } from '../world/story.js'

const BEHAVIOURS = ['acknowledges', 'fails', 'redirects', 'hangs', 'drips', 'refuses', 'breaks_off'] as const
type Behaviour = (typeof BEHAVIOURS)[number]

export type SimulatedReceivers = {
  /** What webhooks of one process go out through, in the place of the network. */
  connect(actor: Actor): Dispatcher
  /** The events that each address has acknowledged, by `webhook-id`. */
  acknowledged: Map<string, number>
  behave(): void
}

/** Answers webhooks as the servers of merchants do. Only the network is played: sockets, bytes and their times. */
export function createReceivers({
  scheduler,
  random,
  story,
  weights,
  count
}: {
  scheduler: Scheduler
  random: Random
  story: Story
  weights: Partial<Record<Behaviour, number>>
  count(fault: string): void
}): SimulatedReceivers {
  let behaves = false
  const acknowledged = new Map<string, number>()

  function answer(actor: Actor, options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): void {
    const behaviour = behaves ? 'acknowledges' : random.weigh(weights)
    count(`receiver ${behaviour}`)
    const id = String((options.headers as Record<string, string>)['webhook-id'])
    story.tell(scheduler.nowMs(), actor.name, `sends the webhook ${id}: the receiver ${behaviour.replace('_', ' ')}`)
    let isOver = false
    const fail = (error: Error) => {
      if (isOver) return
      isOver = true
      handler.onError?.(error)
    }
    const after = (ms: number, callback: () => void) =>
      scheduler.setTimer(actor, ms, () => {
        if (!isOver) callback()
      })
    const start = (statusCode: number, headers: Buffer[] = []) => {
      if (statusCode === 200) acknowledged.set(id, (acknowledged.get(id) ?? 0) + 1)
      handler.onHeaders?.(statusCode, headers, () => {}, '')
    }
    const end = () => {
      isOver = true
      handler.onComplete?.([])
    }
    handler.onConnect?.((error) => fail(error ?? new errors.RequestAbortedError()))
    switch (behaviour) {
      case 'acknowledges':
        after(random.whole(2, 300), () => {
          start(200)
          end()
        })
        break
      case 'fails':
        after(random.whole(2, 300), () => {
          start(500)
          end()
        })
        break
      case 'redirects':
        after(20, () => {
          start(302, [Buffer.from('location'), Buffer.from('http://127.0.0.1/')])
          end()
        })
        break
      case 'hangs':
        after(5_000, () => fail(new errors.HeadersTimeoutError()))
        break
      case 'drips':
        after(50, () => {
          start(200)
          const drip = () => {
            handler.onData?.(Buffer.from('.'))
            after(3_000, drip)
          }
          drip()
        })
        break
      case 'refuses':
        after(3, () => fail(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })))
        break
      case 'breaks_off':
        after(30, () => fail(new errors.SocketError('other side closed')))
        break
    }
  }

  return {
    acknowledged,
    connect(actor) {
      const dispatcher = new Dispatcher()
      dispatcher.dispatch = (options, handler) => {
        scheduler.park({ actor, kind: 'receiver', what: '', go: () => answer(actor, options, handler) })
        return true
      }
      return dispatcher
    },
    behave() {
      behaves = true
    }
  }
}
