import type { Connection, Pool } from '../database/create-pool.js'
import { type Clock, SYSTEM_CLOCK } from '../time/clock.js'
import { WORK_CHANNEL } from './wake-workers.js'

const RECONNECT_DELAY_MS = 1_000

/**
 * Calls back whenever somebody wakes the workers. A connection that is lost is opened again; meanwhile the workers'
 * polling goes on beneath.
 *
 * @returns a function that stops listening.
 */
export function listenForWork(
  pool: Pool,
  onWork: () => void,
  onError: (error: unknown) => void,
  clock: Clock = SYSTEM_CLOCK
): () => Promise<void> {
  const stopping = new AbortController()

  async function listenOnce(): Promise<void> {
    const connection: Connection = await pool.connect()
    let lost: Error | undefined
    let endWaiting = () => {}
    const onStop = () => endWaiting()
    try {
      connection.on('notification', onWork)
      await connection.query(`LISTEN ${WORK_CHANNEL}`)
      await new Promise<void>((resolve, reject) => {
        connection.once('error', reject)
        connection.once('end', () => reject(new Error('the listening connection ended')))
        endWaiting = resolve
        if (stopping.signal.aborted) resolve()
        else stopping.signal.addEventListener('abort', onStop)
      })
    } catch (error) {
      lost = error as Error
      throw error
    } finally {
      // Else one would be left behind for each connection that was ever lost.
      stopping.signal.removeEventListener('abort', onStop)
      connection.removeListener('notification', onWork)
      // Closed rather than given back: the next user of the connection has no use for our notifications.
      connection.release(lost ?? true)
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await listenOnce()
      } catch (error) {
        onError(error)
        await clock.delay(RECONNECT_DELAY_MS, stopping.signal)
      }
    }
  }

  const finished = run()
  return () => {
    stopping.abort()
    return finished
  }
}
