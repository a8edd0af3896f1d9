import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import * as durianpay from './index.js'

const SOURCE = fileURLToPath(new URL('.', import.meta.url))
const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url))

/** What the examples in docstrings take for granted. */
const GIVEN = `
import type { DisbursementDetails, DisbursementItemInput, Durianpay } from '@arus/durianpay'
declare global {
  const client: Durianpay
  const id: string
  const items: DisbursementItemInput[]
  const rawBody: Uint8Array
  const request: import('node:http').IncomingMessage
  const apiKey: string
  const endpointSecret: string
  const keyFromYourSecretStore: string
  function storePayout(payout: { key: string }): Promise<void>
  function askAgainLater(id: string): Promise<void>
  function book(disbursement: DisbursementDetails): Promise<void>
}
`

type Example = { from: string; code: string }

/** The client's README, and those that show the client or the server in passing. */
const READMES = ['README.md', '../../README.md', '../server/README.md']

async function readmeExamples(): Promise<Example[]> {
  const examples: Example[] = []
  for (const from of READMES) {
    const text = await readFile(join(SOURCE, '..', from), 'utf8')
    for (const match of text.matchAll(/```ts\n(.*?)```/gs)) examples.push({ from, code: match[1]! })
  }
  return examples
}

async function docstringExamples(): Promise<Example[]> {
  const files = (await readdir(SOURCE, { recursive: true })).filter(
    (path) => /(?<!\.test)\.ts$/.test(path) && !path.includes('generated')
  )
  const examples: Example[] = []
  for (const from of files) {
    const text = await readFile(join(SOURCE, from), 'utf8')
    for (const match of text.matchAll(/@example\n(.*?)\n *\*\//gs)) {
      examples.push({ from, code: inModule(match[1]!.replace(/^ *\* ?/gm, ''), from, text) })
    }
  }
  return examples
}

/** An example with what it uses in reach: the package's exports and those of its own file. */
function inModule(code: string, from: string, text: string): string {
  const exported = Object.keys(durianpay)
  const own = [...text.matchAll(/^export (?:async )?function (\w+)/gm)]
    .map((match) => match[1]!)
    .filter((name) => !exported.includes(name))
  return [
    `import { ${exported.join(', ')} } from '@arus/durianpay'`,
    own.length === 0 ? '' : `import { ${own.join(', ')} } from '${join(SOURCE, from).replace(/\.ts$/, '.js')}'`,
    code
  ].join('\n')
}

it('the examples of the READMEs and of the docstrings compile', async () => {
  const examples = [...(await readmeExamples()), ...(await docstringExamples())]
  expect(examples.filter(({ from }) => from === 'README.md').length).toBeGreaterThan(4)
  for (const readme of READMES) expect(examples.map(({ from }) => from)).toContain(readme)
  expect(examples.length).toBeGreaterThan(15)
  const folder = await mkdtemp(join(tmpdir(), 'arus-examples-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const compilerOptions = {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    typeRoots: [join(MODULES, '@types')],
    types: ['node'],
    paths: { '@arus/durianpay': [join(SOURCE, 'index.ts')], '@arus/server': [join(SOURCE, '../../server/dist/index.d.ts')] }
  }
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  await writeFile(join(folder, 'given.ts'), GIVEN)
  for (const [index, { from, code }] of examples.entries()) {
    await writeFile(join(folder, `${index}.${from.replaceAll('/', '.')}.ts`), code)
  }
  const compile = promisify(execFile)(process.execPath, [join(MODULES, 'typescript/bin/tsc'), '-p', folder])
  expect(await compile.catch((error: { stdout: string }) => error)).toMatchObject({ stdout: '' })
})
