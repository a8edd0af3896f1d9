import type { Socket } from 'node:net'

/** Connections that nobody answers for now, and requests that wait: all end when the sandbox stops. */
export type HeldConnections = {
  /** Drops the connection after that time. */
  hold(socket: Socket, delayMs: number): void
  /** Resolves after that time. */
  wait(delayMs: number): Promise<void>
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
    endAll() {
      for (const end of ends) end()
    }
  }
}
