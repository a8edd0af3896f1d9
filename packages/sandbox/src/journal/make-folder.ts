import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder, with those above it. Not by `recursive`, with which Node tries for ever where a folder is there but takes no
 * others, as /proc.
 *
 * @throws the system's error
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder))
    await mkdir(folder, { mode: 0o700 }).catch((again: NodeJS.ErrnoException) => {
      // Somebody else may have made it meanwhile.
      if (again.code !== 'EEXIST') throw again
    })
  }
}
