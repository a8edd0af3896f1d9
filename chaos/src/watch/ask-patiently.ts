import { setTimeout as delay } from 'node:timers/promises'

const TRY_AGAIN_MS = 200
const GIVE_UP_MS = 60_000

/** Asks the database again while it is away, which in this house is no fault. */
export async function askPatiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const deadlineMs = performance.now() + GIVE_UP_MS
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (performance.now() > deadlineMs) throw error
      await delay(TRY_AGAIN_MS)
    }
  }
}
