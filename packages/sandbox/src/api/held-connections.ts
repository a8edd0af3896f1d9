import type { Socket } from 'node:net'

/** Connections that nobody answers for now, requests that wait and what is to be done later: all end when the sandbox stops. */
export type HeldConnections = {
  /** Drops the connection after that time. */
  hold(socket: Socket, delayMs: number): void
  /** Resolves after that time. */
  wait(delayMs: number): Promise<void>
  /** Does something after that time, and never when all was ended before. */
  after(delayMs: number, action: () => Promise<unknown>): void
  endAll(): void
}

/** Makes a keeper of held connections, which holds none. */
export function createHeldConnections(): HeldConnections {
  const ends = new Set<() => void>()
  const later = (delayMs: number, end: () => void) => {
    const finish = () => {
      clearTimeout(timer)
      ends.delete(finish)
      end()
    }
    const timer = setTimeout(finish, delayMs)
    ends.add(finish)
  }
  return {
    hold: (socket, delayMs) => later(delayMs, () => socket.destroy()),
    wait: (delayMs) => new Promise((resolve) => later(delayMs, resolve)),
    after(delayMs, action) {
      let isDue = true
      const timer = setTimeout(() => {
        ends.delete(drop)
        // Whoever made it fail hears of it elsewhere: a journal that can't write fails every request.
        if (isDue) action().catch(() => undefined)
      }, delayMs)
      timer.unref()
      const drop = () => {
        isDue = false
        clearTimeout(timer)
        ends.delete(drop)
      }
      ends.add(drop)
    },
    endAll() {
      for (const end of ends) end()
    }
  }
}
