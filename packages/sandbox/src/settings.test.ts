import { expect, it } from 'vitest'
import { DEFAULT_PORT } from './settings.js'

it('has a default port that fetch and browsers go to: they refuse some, whoever listens there', async () => {
  const reached = await fetch(`http://127.0.0.1:${DEFAULT_PORT}/`).then(
    () => 'reached',
    (error: Error) => String((error.cause as Error).message)
  )
  expect(reached).not.toBe('bad port')
})
