/** The one deadline of a call, joined with the caller's signal. */
export type Deadline = {
  /** Aborts when the time is up or the caller's signal aborts. */
  readonly signal: AbortSignal
  /** Which of the two it was; undefined while neither has. */
  readonly endedBy: () => 'timeout' | 'aborted' | undefined
  readonly remainingMs: () => number
  /** Waits; ends early when the signal aborts. */
  readonly sleep: (delayMs: number) => Promise<void>
  /** Takes the timer and the listener away. */
  readonly release: () => void
}

/**
 * Starts a deadline over all tries of one call.
 *
 * Not `AbortSignal.any`: on Node 20 it keeps what it joins alive for as long as the caller's signal lives, which for a
 * signal that a process holds all day is a leak per call.
 */
export function startDeadline(timeoutMs: number, callerSignal: AbortSignal | undefined): Deadline {
  const controller = new AbortController()
  const endsAt = performance.now() + timeoutMs
  let endedBy: 'timeout' | 'aborted' | undefined
  const end = (by: 'timeout' | 'aborted', reason: unknown) => {
    endedBy ??= by
    controller.abort(reason)
  }
  const onAbort = () => end('aborted', callerSignal?.reason)
  const timer = setTimeout(() => end('timeout', new Error(`no answer within ${timeoutMs} ms`)), timeoutMs)
  if (callerSignal?.aborted) onAbort()
  else callerSignal?.addEventListener('abort', onAbort, { once: true })
  return {
    signal: controller.signal,
    endedBy: () => endedBy,
    remainingMs: () => Math.max(0, endsAt - performance.now()),
    sleep: (delayMs) => sleep(delayMs, controller.signal),
    release: () => {
      clearTimeout(timer)
      callerSignal?.removeEventListener('abort', onAbort)
    }
  }
}

function sleep(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const wake = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, delayMs)
    signal.addEventListener('abort', wake, { once: true })
  })
}
