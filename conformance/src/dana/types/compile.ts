import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const WORKSPACE = pathOf('../../../../')
const SOURCES = join(WORKSPACE, 'packages/dana/src')
const GENUINE = join(WORKSPACE, 'node_modules/dana-node/dist')

/** Where the types of a name come from. */
export type Resolution = 'arus' | 'genuine'

/** Maps a package name and its subpaths to Arus's sources, or to what the genuine package has. */
function pathsOf(name: string, to: Resolution): Record<string, string[]> {
  const arus = {
    [name]: [`${SOURCES}/index.ts`],
    [`${name}/widget/v1`]: [`${SOURCES}/widget/v1/index.ts`],
    [`${name}/widget/v1/models`]: [`${SOURCES}/widget/v1/models.ts`],
    [`${name}/webhook/v1`]: [`${SOURCES}/webhook/v1/index.ts`],
    [`${name}/runtime`]: [`${SOURCES}/runtime/index.ts`],
    [`${name}/env`]: [`${SOURCES}/env/index.ts`]
  }
  const genuine = {
    [name]: [`${GENUINE}/index.d.ts`],
    [`${name}/widget/v1`]: [`${GENUINE}/widget/v1/index.d.ts`],
    [`${name}/webhook/v1`]: [`${GENUINE}/webhook/v1/index.d.ts`],
    [`${name}/runtime`]: [`${GENUINE}/runtime.d.ts`]
  }
  return to === 'arus' ? arus : genuine
}

/**
 * Compiles a program in strict mode, with `dana-node` resolved as said.
 *
 * @param file a file of this folder, or the text of one
 * @returns what the compiler says: '' when all is well
 */
export async function compile(
  file: { path: string } | { text: string },
  { danaNode, lib = ['es2023', 'dom'] }: { danaNode: Resolution; lib?: string[] }
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'arus-types-'))
  try {
    const path = 'path' in file ? pathOf(file.path) : join(folder, 'program.mts')
    if ('text' in file) await writeFile(path, file.text)
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(configurationOf(path, danaNode, lib)))
    const tsc = join(WORKSPACE, 'node_modules/typescript/bin/tsc')
    await run(process.execPath, [tsc, '-p', folder, '--pretty', 'false'])
    return ''
  } catch (error) {
    return String((error as { stdout?: string }).stdout ?? error)
  } finally {
    await rm(folder, { recursive: true })
  }
}

function configurationOf(path: string, danaNode: Resolution, lib: string[]): object {
  const packages = {
    '@arus/calls': [`${WORKSPACE}packages/calls/src/index.ts`],
    '@arus/snap-bi': [`${WORKSPACE}packages/snap-bi/src/index.ts`]
  }
  return {
    extends: join(WORKSPACE, 'tsconfig.base.json'),
    compilerOptions: {
      noEmit: true,
      composite: false,
      declaration: false,
      declarationMap: false,
      // Stricter than strict, which is what dana-node's users have.
      exactOptionalPropertyTypes: false,
      rootDir: '/',
      lib,
      typeRoots: [join(WORKSPACE, 'node_modules/@types')],
      paths: { ...packages, ...pathsOf('@arus/dana', 'arus'), ...pathsOf('dana-node', danaNode) }
    },
    files: [path]
  }
}
