/**
 * Waits for work no longer than a signal allows, whether the work heeds it or not: a `fetch` that somebody else wrote may not,
 * nor may a middleware.
 */
export function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    // Work that heeds the signal ends before the timer does, and has the last word: a middleware may still give a response.
    const onAbort = () => void setTimeout(() => reject(signal.reason), 0)
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
