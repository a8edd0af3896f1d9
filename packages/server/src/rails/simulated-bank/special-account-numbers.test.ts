import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { SPECIAL_ACCOUNT_NUMBERS } from './special-account-numbers.js'

it('documents every special account number in the words of the code', async () => {
  const text = await readFile(new URL('../../../../../docs/simulated-bank.md', import.meta.url), 'utf8')
  const documented = [...text.matchAll(/^\| ends in `(\d{6})` \| (.*) \|$/gm)].map(([, suffix, description]) => ({
    suffix,
    description
  }))
  expect(documented).toEqual(SPECIAL_ACCOUNT_NUMBERS.map(({ suffix, description }) => ({ suffix, description })))
})
