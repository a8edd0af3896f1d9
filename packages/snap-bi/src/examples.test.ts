import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { compileExamples } from '../../../tools/src/examples/compile-examples.js'
import * as snapBi from './index.js'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** What the examples take for granted. */
const GIVEN = `
import type { Signer, Verifier } from '@arus/snap-bi'
declare global {
  const textOfKey: string
  const textOfEncryptedKey: string
  const passphrase: string
  const textOfPublicKey: string
  const clientKey: string
  const timestamp: string
  const signature: string
  const rawBody: Uint8Array
  const signer: Signer
  const verifier: Verifier
}
`

it('the examples of the README and of the docstrings compile, and each export has one', async () => {
  const { examples, faults } = await compileExamples({
    packageFolder: path('..'),
    readmes: ['README.md'],
    entries: { '@arus/snap-bi': path('index.ts') },
    inReach: { '@arus/snap-bi': snapBi },
    given: GIVEN
  })
  expect(examples.filter(({ from }) => from === 'README.md')).toHaveLength(3)
  const withoutImports = examples.map(({ code }) => code.replace(/^import .*/gm, '')).join('\n')
  for (const name of Object.keys(snapBi)) expect(withoutImports).toContain(name)
  expect(faults).toBe('')
})
