import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from '@arus/server'

/** How many items were in each state of the open ones, at one moment. */
export type Sample = { atMs: number; sending: number; ready: number; waiting: number }

export type Sampling = {
  samples: Sample[]
  latest(): Sample | undefined
  stop(): Promise<void>
}

const EVERY_MS = 250

/** Counts open items by state four times a second, from the rows. While the database is away there is nothing to count. */
export function sampleItems(pool: Pool): Sampling {
  const stopping = new AbortController()
  const samples: Sample[] = []

  async function run(): Promise<void> {
    const startedMs = performance.now()
    while (!stopping.signal.aborted) {
      const counted = await countOpenItems(pool).catch(() => undefined)
      if (counted !== undefined) samples.push({ atMs: performance.now() - startedMs, ...counted })
      await delay(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  const finished = run()
  return {
    samples,
    latest: () => samples.at(-1),
    stop() {
      stopping.abort()
      return finished
    }
  }
}

async function countOpenItems(pool: Pool): Promise<Omit<Sample, 'atMs'>> {
  const { rows } = await pool.query<Omit<Sample, 'atMs'>>({
    name: 'count-open-items',
    text: `SELECT count(*) FILTER (WHERE status = 'sending')::integer AS sending,
                  count(*) FILTER (WHERE status IN ('need_validation', 'valid', 'ready'))::integer AS ready,
                  count(*) FILTER (WHERE status IN ('accepted', 'unknown'))::integer AS waiting
           FROM items WHERE status IN ('need_validation', 'valid', 'ready', 'sending', 'accepted', 'unknown')`
  })
  return rows[0]!
}
