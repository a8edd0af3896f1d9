import { randomBytes, timingSafeEqual } from 'node:crypto'

/** What the server remembers of a browser for a short time. The browser has the id only, in a cookie that no script reads. */
export type Session<Data> = {
  id: string
  /** Stands in every form; a form without it was not made by a page of this session. */
  formToken: string
  data: Data
}

/** Sessions of one sandbox, in memory: a bounded number of them, each forgotten when it was not used for a while. */
export type Sessions<Data> = {
  find: (id: string | undefined) => Session<Data> | undefined
  create: () => Session<Data>
  isFormTokenOf: (session: Session<Data>, formToken: string | undefined) => boolean
  count: () => number
  clear: () => void
}

const IDLE_MS = 30 * 60_000
const LIMIT = 1_000

/**
 * @param makeData what a new session starts with
 * @param now real time, not the sandbox's clock, which can be moved by days
 */
export function createSessions<Data>({
  makeData,
  now = Date.now,
  limit = LIMIT,
  idleMs = IDLE_MS
}: {
  makeData: () => Data
  now?: () => number
  limit?: number
  idleMs?: number
}): Sessions<Data> {
  // A map keeps the order of insertion: whoever is used goes to its end, so its beginning is who was idle the longest.
  const sessions = new Map<string, { session: Session<Data>; usedAt: number }>()

  const forgetTheIdle = () => {
    for (const [id, { usedAt }] of sessions) {
      if (sessions.size <= limit && now() - usedAt < idleMs) return
      sessions.delete(id)
    }
  }

  const use = (session: Session<Data>) => {
    sessions.delete(session.id)
    sessions.set(session.id, { session, usedAt: now() })
    forgetTheIdle()
    return session
  }

  return {
    find: (id) => {
      forgetTheIdle()
      const found = id === undefined ? undefined : sessions.get(id)
      return found && use(found.session)
    },
    create: () => use({ id: randomText(), formToken: randomText(), data: makeData() }),
    isFormTokenOf: (session, formToken) => {
      const given = Buffer.from(formToken ?? '')
      const wanted = Buffer.from(session.formToken)
      return given.length === wanted.length && timingSafeEqual(given, wanted)
    },
    count: () => sessions.size,
    clear: () => sessions.clear()
  }
}

function randomText(): string {
  return randomBytes(24).toString('base64url')
}
