import { expect, it } from 'vitest'
import { createSessions } from './sessions.js'

function sessionsAt(limit = 3) {
  const clock = { now: 0 }
  return { clock, sessions: createSessions({ makeData: () => ({ seen: 0 }), now: () => clock.now, limit, idleMs: 1_000 }) }
}

it('finds a session by its id, with what was put into it', () => {
  const { sessions } = sessionsAt()
  const session = sessions.create()
  session.data.seen = 3
  expect(sessions.find(session.id)).toBe(session)
  expect(sessions.find('someone else’s')).toBeUndefined()
  expect(sessions.find(undefined)).toBeUndefined()
})

it('forgets a session that was not used for a while, and keeps one that was', () => {
  const { clock, sessions } = sessionsAt()
  const [used, idle] = [sessions.create(), sessions.create()]
  clock.now = 900
  sessions.find(used.id)
  clock.now = 1_500
  expect(sessions.find(idle.id)).toBeUndefined()
  expect(sessions.find(used.id)).toBe(used)
})

it('never keeps more than its limit: who was idle the longest goes first', () => {
  const { sessions } = sessionsAt(3)
  const [first, second] = [sessions.create(), sessions.create()]
  sessions.find(first.id)
  for (let made = 0; made < 2; made++) sessions.create()
  expect(sessions.count()).toBe(3)
  expect(sessions.find(second.id)).toBeUndefined()
  expect(sessions.find(first.id)).toBe(first)
})

it('takes a form’s token of its own session only', () => {
  const { sessions } = sessionsAt()
  const [mine, other] = [sessions.create(), sessions.create()]
  expect(sessions.isFormTokenOf(mine, mine.formToken)).toBe(true)
  for (const token of [other.formToken, undefined, '', mine.id]) expect(sessions.isFormTokenOf(mine, token)).toBe(false)
})
