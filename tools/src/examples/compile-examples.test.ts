import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { compileExamples } from './compile-examples.js'

const README = (code: string) => ['# A package', '```ts', code, '```', '```sh', 'not compiled', '```', ''].join('\n')
const SOURCE = (example: string) => ['/**', ' * Doubles.', ' *', ' * @example', ` * ${example}`, ' */', DOUBLE, ''].join('\n')
const DOUBLE = 'export function double(count: number): number { return count * 2 }'

/** Compiles the examples of a package made for the test. */
async function compile({ readme, docstring }: { readme: string; docstring: string }) {
  const packageFolder = await mkdtemp(join(tmpdir(), 'arus-package-'))
  onTestFinished(() => rm(packageFolder, { recursive: true }))
  await mkdir(join(packageFolder, 'src'))
  await writeFile(join(packageFolder, 'README.md'), README(readme))
  await writeFile(join(packageFolder, 'src/double.ts'), SOURCE(docstring))
  return compileExamples({
    packageFolder,
    readmes: ['README.md'],
    entries: { '@arus/doubles': join(packageFolder, 'src/double.ts') },
    inReach: { '@arus/doubles': { double: () => 0 } },
    given: 'declare global { const given: number }\nexport {}'
  })
}

it('compiles the examples of READMEs and docstrings, with what they take for granted', async () => {
  const { examples, faults } = await compile({
    readme: "import { double } from '@arus/doubles'\nconst four: number = double(2)",
    docstring: 'const eight: number = double(given)'
  })
  expect(faults).toBe('')
  expect(examples.map(({ from }) => from)).toEqual(['README.md', 'src/double.ts'])
})

it('names the file of an example that does not compile', async () => {
  expect((await compile({ readme: 'const four: number = double(2)', docstring: 'double(given)' })).faults).toMatch(
    /README\.md\.ts.*Cannot find name 'double'/
  )
  expect((await compile({ readme: '', docstring: "double('2')" })).faults).toMatch(/src\.double\.ts\.ts.*not assignable/)
})
