import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { makeDeferred } from '../testing/make-deferred.js'
import { type CallQueue, createCallQueue } from './create-call-queue.js'

/** Adds a call whose answer, and whose record, come when the test says so. */
function addCall(queue: CallQueue) {
  const answer = makeDeferred<string>()
  const record = makeDeferred<void>()
  const call = {
    state: 'waiting',
    recordedOutcome: undefined as string | undefined,
    sawStopping: undefined as boolean | undefined,
    answer: answer.resolve,
    record: record.resolve
  }
  queue.add({
    call() {
      call.state = 'calling'
      call.sawStopping = queue.stopping
      return answer.promise
    },
    record(outcome) {
      call.state = 'recording'
      call.recordedOutcome = outcome
      return record.promise
    }
  })
  return call
}

/** Tells whether a promise is resolved by now. */
function watch(promise: Promise<void>) {
  const watched = { resolved: false }
  void promise.then(() => {
    watched.resolved = true
  })
  return watched
}

describe('createCallQueue', () => {
  it('never runs more calls at once than allowed, and runs all of them', async () => {
    const queue = createCallQueue({ maxRunning: 3, maxHeld: 100 })
    let running = 0
    let mostRunning = 0
    const recorded: number[] = []
    for (let number = 0; number < 20; number++) {
      queue.add({
        async call() {
          mostRunning = Math.max(mostRunning, ++running)
          for (let turn = 0; turn <= number % 4; turn++) await setImmediate()
          running--
          return number
        },
        async record(outcome) {
          recorded.push(outcome)
        }
      })
    }
    await queue.stop()
    expect(mostRunning).toBe(3)
    expect(recorded.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, number) => number))
  })

  it('gives the place of a call to the next one when its answer is there, although that is still being written', async () => {
    const queue = createCallQueue({ maxRunning: 1, maxHeld: 100 })
    const first = addCall(queue)
    const second = addCall(queue)
    await setImmediate()
    expect([first.state, second.state]).toEqual(['calling', 'waiting'])
    first.answer('paid')
    await setImmediate()
    expect([first.state, second.state]).toEqual(['recording', 'calling'])
    expect(first.recordedOutcome).toBe('paid')
  })

  it('has room again only when a call is recorded', async () => {
    const queue = createCallQueue({ maxRunning: 2, maxHeld: 2 })
    const first = addCall(queue)
    await queue.waitForRoom()
    addCall(queue)
    const room = watch(queue.waitForRoom())
    first.answer('paid')
    await setImmediate()
    expect(first.state).toBe('recording')
    const askedWhileRecording = watch(queue.waitForRoom())
    await setImmediate()
    expect([room.resolved, askedWhileRecording.resolved]).toEqual([false, false])
    first.record()
    await setImmediate()
    expect([room.resolved, askedWhileRecording.resolved]).toEqual([true, true])
  })

  it('lets nobody wait for room once it is stopped', async () => {
    const queue = createCallQueue({ maxRunning: 1, maxHeld: 1 })
    addCall(queue)
    const room = watch(queue.waitForRoom())
    await setImmediate()
    expect(room.resolved).toBe(false)
    void queue.stop()
    await setImmediate()
    expect(room.resolved).toBe(true)
  })

  it('is stopped when all calls are recorded, waiting ones too, and not before', async () => {
    const queue = createCallQueue({ maxRunning: 1, maxHeld: 100 })
    const first = addCall(queue)
    const second = addCall(queue)
    const stopped = watch(queue.stop())
    first.answer('paid')
    first.record()
    await setImmediate()
    expect(second.state).toBe('calling')
    expect(stopped.resolved).toBe(false)
    second.answer('paid')
    await setImmediate()
    expect(second.state).toBe('recording')
    const stoppedAgain = watch(queue.stop())
    await setImmediate()
    expect([stopped.resolved, stoppedAgain.resolved]).toEqual([false, false])
    second.record()
    await setImmediate()
    expect([stopped.resolved, stoppedAgain.resolved]).toEqual([true, true])
  })

  it('stops at once when nothing is held', async () => {
    await createCallQueue({ maxRunning: 1, maxHeld: 1 }).stop()
  })

  it('tells calls that start after the stop that it is stopping, and none before', async () => {
    const queue = createCallQueue({ maxRunning: 1, maxHeld: 100 })
    const first = addCall(queue)
    const second = addCall(queue)
    void queue.stop()
    first.answer('paid')
    await setImmediate()
    expect(first.sawStopping).toBe(false)
    expect(second.sawStopping).toBe(true)
  })
})
