import type { Rail } from '../rails/rail.js'

/** Makes the calls that it is given in their order, each as soon as there is a place for it. */
export type CallLane = { run<Answer>(call: () => Promise<Answer>): Promise<Answer> }

/** The lanes of one kind of call, by the name of the rail. */
export type CallLanes = ReadonlyMap<string, CallLane>

/** As many calls at once as each rail takes from one process, whatever they are about. */
export type CallPlaces = {
  /**
   * Opens a lane on each rail for one kind of call. A place that becomes free goes to the lanes in turn: questions about what was
   * sent are not behind thousands that are to be sent, nor the other way round.
   */
  openLanes(): CallLanes
}

/**
 * Shares the places that each rail has for this process among all who call it.
 *
 * @example
 * const places = createCallPlaces(rails)
 * const questions = places.openLanes()
 * const answer = await questions.get(rail.name)!.run(() => callRail(rail, 'status', item.id))
 */
export function createCallPlaces(rails: readonly Pick<Rail, 'name' | 'maxConcurrentCalls'>[]): CallPlaces {
  const byRail = rails.map(({ name, maxConcurrentCalls }) => ({ name, openLane: shareAmongLanes(maxConcurrentCalls) }))
  return { openLanes: () => new Map(byRail.map(({ name, openLane }) => [name, openLane()])) }
}

function shareAmongLanes(places: number): () => CallLane {
  /** What waits in each lane; first the lane whose turn it is. */
  const lanes: (() => void)[][] = []
  let taken = 0

  function fill(): void {
    while (taken < places) {
      const index = lanes.findIndex((waiting) => waiting.length > 0)
      if (index === -1) return
      const [waiting] = lanes.splice(index, 1) as [(() => void)[]]
      lanes.push(waiting)
      taken++
      waiting.shift()!()
    }
  }

  function giveBack(): void {
    taken--
    fill()
  }

  return () => {
    const waiting: (() => void)[] = []
    lanes.push(waiting)
    return {
      run: (call) =>
        new Promise((resolve, reject) => {
          waiting.push(() => void call().finally(giveBack).then(resolve, reject))
          fill()
        })
    }
  }
}
