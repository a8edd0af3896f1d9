import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { makeDeferred } from '../testing/make-deferred.js'
import { type CallLane, createCallPlaces } from './create-call-places.js'
import { type CallQueue, createCallQueue } from './create-call-queue.js'

/** A lane on a rail that takes so many calls at once. */
const laneOf = (maxConcurrentCalls: number): CallLane =>
  createCallPlaces([{ name: 'bank', maxConcurrentCalls }])
    .openLanes()
    .get('bank')!

/** Adds a call whose answer, and whose record, come when the test says so. */
function addCall(queue: CallQueue, lane: CallLane) {
  const answer = makeDeferred<string>()
  const record = makeDeferred<void>()
  const call = {
    state: 'waiting',
    recordedOutcome: undefined as string | undefined,
    sawStopping: undefined as boolean | undefined,
    answer: answer.resolve,
    record: record.resolve
  }
  queue.add(lane, {
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
  it('gives the place of a call to the next one when its answer is there, although that is still being written', async () => {
    const queue = createCallQueue({ maxHeld: 100 })
    const lane = laneOf(1)
    const first = addCall(queue, lane)
    const second = addCall(queue, lane)
    await setImmediate()
    expect([first.state, second.state]).toEqual(['calling', 'waiting'])
    first.answer('paid')
    await setImmediate()
    expect([first.state, second.state]).toEqual(['recording', 'calling'])
    expect(first.recordedOutcome).toBe('paid')
  })

  it('has room again only when a call is recorded', async () => {
    const queue = createCallQueue({ maxHeld: 2 })
    const lane = laneOf(2)
    const first = addCall(queue, lane)
    await queue.waitForRoom()
    addCall(queue, lane)
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
    const queue = createCallQueue({ maxHeld: 1 })
    const lane = laneOf(1)
    addCall(queue, lane)
    const room = watch(queue.waitForRoom())
    await setImmediate()
    expect(room.resolved).toBe(false)
    void queue.stop()
    await setImmediate()
    expect(room.resolved).toBe(true)
  })

  it('is stopped when all calls are recorded, waiting ones too, and not before', async () => {
    const queue = createCallQueue({ maxHeld: 100 })
    const lane = laneOf(1)
    const first = addCall(queue, lane)
    const second = addCall(queue, lane)
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
    await createCallQueue({ maxHeld: 1 }).stop()
  })

  it('tells calls that start after the stop that it is stopping, and none before', async () => {
    const queue = createCallQueue({ maxHeld: 100 })
    const lane = laneOf(1)
    const first = addCall(queue, lane)
    const second = addCall(queue, lane)
    void queue.stop()
    first.answer('paid')
    await setImmediate()
    expect(first.sawStopping).toBe(false)
    expect(second.sawStopping).toBe(true)
  })
})
