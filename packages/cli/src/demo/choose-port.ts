import { createServer } from 'node:net'

/** The port that is asked for when nobody listens there; else 0, for which the system picks one. */
export async function choosePort(wanted: number): Promise<number> {
  const probe = createServer()
  return new Promise((resolve) => {
    probe.once('error', () => resolve(0))
    probe.listen(wanted, '127.0.0.1', () => probe.close(() => resolve(wanted)))
  })
}
