import type { FaultRule } from '../faults/create-faults.js'
import { refuse } from '../state/outcome.js'
import type { Call } from './call.js'
import { type Reply, replyOf } from './serve-snap.js'

/** What is sent: an answer, or nothing on a connection that is dropped after a while. */
export type Sent = Reply & { contentType?: string; headers?: Record<string, string>; droppedAfterMs?: number }

const DEFAULT_DELAY_MS = 3_000
/** Longer than a merchant waits. */
const DEFAULT_HOLD_MS = 30_000

/** Serves a request as a fault has it. The work is done, or left, as the fault says. */
export async function applyFault(
  fault: FaultRule,
  call: Call,
  work: () => Promise<Reply>,
  wait: (delayMs: number) => Promise<void>
): Promise<Sent> {
  if (fault.kind === 'delay') {
    await wait(fault.delayMs ?? DEFAULT_DELAY_MS)
    return work()
  }
  const isDone = fault.kind === 'timeout_after_work' || fault.afterWork === true
  const signature = isDone ? (await work()).signature : 'not checked'
  const nothing = { httpStatus: 0, responseCode: '', body: '', signature }
  switch (fault.kind) {
    case 'timeout_after_work':
      return { ...nothing, droppedAfterMs: fault.delayMs ?? DEFAULT_HOLD_MS }
    case 'drop':
      return { ...nothing, droppedAfterMs: 0 }
    case 'empty_500':
      return { ...nothing, httpStatus: 500 }
    case 'html_502':
      return { ...nothing, httpStatus: 502, body: BAD_GATEWAY, contentType: 'text/html' }
    case 'rate_limited':
      return {
        ...replyOf(call, refuse(429, '00', 'fault'), signature),
        headers: { 'retry-after': String(fault.retryAfterSeconds ?? 1) }
      }
    default: {
      const code = fault.responseCode ?? '5000000'
      return replyOf(call, refuse(Number(code.slice(0, 3)), code.slice(5), 'fault'), signature)
    }
  }
}

const BAD_GATEWAY = `<html>
<head><title>502 Bad Gateway</title></head>
<body>
<center><h1>502 Bad Gateway</h1></center>
<hr><center>sandbox</center>
</body>
</html>
`
