import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import type { Language, Texts } from './texts.js'

/** What the shop knows of one browser. */
export type Session = {
  id: string
  language: Language
  /** Of a binding on its way: what DANA's redirect has to bring back. */
  danaState?: string | undefined
  /** The wallet that the user allowed the shop to use. A real shop keeps it with the user's account, encrypted. */
  accessToken?: string | undefined
  /** Shown once, on the next page. */
  notice?: keyof Texts | undefined
}

const COOKIE = 'shop_session'
/** A shop of one process forgets the oldest; a real one has a store. */
const MAX_SESSIONS = 10_000

/** Finds the session of a request, and begins one where there is none. */
export type SessionFinder = (request: Request, response: Response) => Session

export function createSessions({ isSecure }: { isSecure: () => boolean }): SessionFinder {
  const sessions = new Map<string, Session>()
  return (request, response) => {
    const id = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(request.headers.cookie ?? '')?.[1] ?? ''
    const known = sessions.get(id)
    if (known !== undefined) return known
    const session: Session = { id: randomUUID(), language: 'id' }
    sessions.set(session.id, session)
    if (sessions.size > MAX_SESSIONS) sessions.delete(sessions.keys().next().value!)
    // Lax: the browser brings it when DANA sends the user back, and not with a form that another site sends.
    response.cookie(COOKIE, session.id, { httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/' })
    return session
  }
}
