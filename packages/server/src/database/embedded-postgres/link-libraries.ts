import { readFile, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

type Link = {
  /** The library, `native/lib/libpq.so.5.18`. */ source: string /** The link, `native/lib/libpq.so.5`. */
  target: string
}

/**
 * Makes the library links that npm packages can't hold. The package brings an install script for that, which npm does not
 * run unless it is told to. Those that are there stay.
 *
 * @param nativeFolder the package's folder `native`, or a copy of it.
 */
export async function linkLibraries(nativeFolder: string): Promise<void> {
  const list = await readFile(join(nativeFolder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as Link[]) {
    await symlink(basename(source), join(dirname(nativeFolder), target.replace(/^native/, basename(nativeFolder)))).catch(
      ignoreExisting
    )
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
