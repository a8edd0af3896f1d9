import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url))

/** Where a package has its examples, and what they take for granted. */
export type ExampleSources = {
  /** The package's folder. The docstrings of its `src` are read, generated files left out. */
  packageFolder: string
  /** The READMEs that show the package, from its folder: `README.md`, `../../README.md`. */
  readmes: readonly string[]
  /** The modules that examples may import, and the file of each: a source, or a declaration for another package. */
  entries: { readonly [specifier: string]: string }
  /** The modules whose exports a docstring's example uses without an import. Where two have a name, the first gives it. */
  inReach: { readonly [specifier: string]: object }
  /** A module that declares the globals of all examples. */
  given: string
}

/** An example, and the README or source file that it stands in, as the package's folder sees it. */
export type Example = { from: string; code: string }

/**
 * Compiles the examples of a package's READMEs (blocks of `ts`) and docstrings (`@example`), strictly, each as a module of
 * its own.
 *
 * @returns the examples, and what the compiler says of them: nothing, when all are right
 */
export async function compileExamples(sources: ExampleSources): Promise<{ examples: Example[]; faults: string }> {
  const examples = [...(await readmeExamples(sources)), ...(await docstringExamples(sources))]
  const folder = await mkdtemp(join(tmpdir(), 'arus-examples-'))
  try {
    await writeProject(folder, sources, examples)
    const compile = promisify(execFile)(process.execPath, [join(MODULES, 'typescript/bin/tsc'), '-p', folder])
    const { stdout } = await compile.catch((error: { stdout: string }) => error)
    return { examples, faults: stdout }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function readmeExamples({ packageFolder, readmes }: ExampleSources): Promise<Example[]> {
  const examples: Example[] = []
  for (const from of readmes) {
    const text = await readFile(join(packageFolder, from), 'utf8')
    for (const match of text.matchAll(/```ts\n(.*?)```/gs)) examples.push({ from, code: match[1]! })
  }
  return examples
}

async function docstringExamples({ packageFolder, inReach }: ExampleSources): Promise<Example[]> {
  const folder = join(packageFolder, 'src')
  const files = (await readdir(folder, { recursive: true })).filter(
    (path) => /(?<!\.test)\.ts$/.test(path) && !path.includes('generated')
  )
  const examples: Example[] = []
  for (const file of files) {
    const path = join(folder, file)
    const text = await readFile(path, 'utf8')
    for (const match of text.matchAll(/@example\n(.*?)\n *\*\//gs)) {
      const code = match[1]!.replace(/^ *\* ?/gm, '')
      examples.push({ from: relative(packageFolder, path), code: [...imports(inReach, path, text), code].join('\n') })
    }
  }
  return examples
}

/** What a docstring's example uses without saying so: the exports of the package, and the functions of its own file. */
function imports(inReach: ExampleSources['inReach'], path: string, text: string): string[] {
  const own = [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map((match) => match[1]!)
  const taken = new Set(['default'])
  return [
    ...Object.entries(inReach).map(([specifier, module]) => [specifier, Object.keys(module)] as const),
    [path, own] as const
  ]
    .map(([specifier, names]) => {
      const free = names.filter((name) => !taken.has(name))
      for (const name of free) taken.add(name)
      return `import { ${free.join(', ')} } from '${specifier.replace(/\.ts$/, '.js')}'`
    })
    .filter((line) => !line.startsWith('import {  }'))
}

async function writeProject(folder: string, { entries, given }: ExampleSources, examples: Example[]): Promise<void> {
  const compilerOptions = {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    typeRoots: [join(MODULES, '@types')],
    types: ['node'],
    paths: Object.fromEntries(Object.entries(entries).map(([specifier, file]) => [specifier, [file]]))
  }
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  await writeFile(join(folder, 'given.ts'), given)
  for (const [index, { from, code }] of examples.entries()) {
    await writeFile(join(folder, `${index}.${from.replaceAll('/', '.')}.ts`), code)
  }
}
