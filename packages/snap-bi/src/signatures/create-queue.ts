/** Runs work now, or as soon as it is its turn, and gives its result. */
export type Queue = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Makes a queue that runs so many pieces of work at once, and the others in the order in which they came. */
export function createQueue(maxAtOnce: number): Queue {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running < maxAtOnce) running++
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      // Whoever is next takes the place over, so that nobody comes in between.
      if (next) next()
      else running--
    }
  }
}
