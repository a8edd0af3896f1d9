import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A package as npm would publish it. */
export type PackedPackage = {
  tarball: string
  manifest: Record<string, unknown>
  /** The paths of its files. */
  files: string[]
  unpackedBytes: number
  read: (path: string) => Promise<string>
}

/** Packs a package of this workspace, as it was built last: `npm test` builds first. */
export async function packPackage(name: string, folder: string): Promise<PackedPackage> {
  const source = fileURLToPath(new URL(`../packages/${name}/published/`, import.meta.url))
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: source })
  const [packed] = JSON.parse(stdout)
  // npm packs each file as it is, so it can be read where it was.
  const read = (path: string) => readFile(join(source, path), 'utf8')
  return {
    tarball: join(folder, packed.filename),
    manifest: JSON.parse(await read('package.json')),
    files: packed.files.map((file: { path: string }) => file.path),
    unpackedBytes: packed.unpackedSize,
    read
  }
}
