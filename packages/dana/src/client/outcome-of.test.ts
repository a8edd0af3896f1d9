import { expect, it } from 'vitest'
import { outcomeOf } from './outcome-of.js'

const openApi = (resultStatus: string) => ({ response: { body: { resultInfo: { resultStatus } } } })

it.each([
  [{ responseCode: '2005400' }, 'success'],
  [{ responseCode: '2025700' }, 'pending'],
  [{ responseCode: '4045701' }, 'refused'],
  [openApi('S'), 'success'],
  [openApi('U'), 'pending'],
  [openApi('F'), 'refused'],
  // What can't be known is not called a refusal: it would be sent again under another reference.
  [{ responseCode: '5005800' }, 'pending'],
  // Nor what an earlier request may have done, as in the error's outcome.
  [{ responseCode: '4045818' }, 'pending'],
  [{ responseCode: '4045418' }, 'pending'],
  [{ responseCode: '4095400' }, 'pending'],
  [{ responseCode: 'success' }, 'pending'],
  [{}, 'pending'],
  [undefined, 'pending'],
  [openApi('X'), 'pending']
])('a reply %j is %s', (reply, outcome) => {
  expect(outcomeOf(reply)).toBe(outcome)
})
