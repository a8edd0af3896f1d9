import type { Notification } from '@arus/sandbox'
import type { SandboxConnection } from './connect-sandbox.js'

/** What came of sending a notification on. */
export type Forwarded = { isTaken: boolean; status?: number; answer?: string; error?: string }

const TIMEOUT_MS = 8_000
const LONGEST_ANSWER = 2_000

/** Sends a notification to another address, signed by the sandbox for its path. Taken is what is answered in DANA's words. */
export async function forwardNotification(
  sandbox: SandboxConnection,
  { id, kind }: Pick<Notification, 'id' | 'kind'>,
  url: string
): Promise<Forwarded> {
  const { headers, body } = await sandbox.call((control) => control.signNotification(id, url))
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS)
    })
    const answer = (await response.text()).slice(0, LONGEST_ANSWER)
    const isTaken = response.status === 200 && answer.includes(kind === 'finishNotify' ? '"2005600"' : '"00000000"')
    const { status } = response
    if (isTaken) return { isTaken, status, answer }
    return { isTaken, status, answer, error: `answered ${status}: ${answer.replace(/\s+/g, ' ').slice(0, 120)}` }
  } catch (error) {
    const { message, cause } = error as Error
    return {
      isTaken: false,
      error: cause instanceof Error ? `${message}: ${cause.message || String((cause as NodeJS.ErrnoException).code)}` : message
    }
  }
}
