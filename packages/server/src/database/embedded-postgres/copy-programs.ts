import { constants } from 'node:fs'
import { access, chmod, cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { linkLibraries } from './link-libraries.js'

/**
 * Copies PostgreSQL's programs to where every user can run them, unless that version has been copied before. Copies of
 * other versions go. Call it under the data folder's lock, while no server runs.
 *
 * @returns the folder of the copy.
 */
export async function copyPrograms(options: {
  installedFolder: string
  copiesFolder: string
  log: (message: string) => void
}): Promise<string> {
  const name = `postgres-${await readVersion(options.installedFolder)}`
  const folder = join(options.copiesFolder, name)
  const isCopied = await access(folder).then(
    () => true,
    () => false
  )
  if (isCopied) return folder
  options.log(`copying PostgreSQL's programs to ${folder}`)
  await rm(options.copiesFolder, { recursive: true, force: true })
  await mkdir(options.copiesFolder)
  await chmod(options.copiesFolder, 0o755)
  // Under another name until it is whole, so that an interrupted copy is never taken for one.
  const temporary = `${folder}.new`
  await cp(options.installedFolder, temporary, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })
  await linkLibraries(temporary)
  await openToAll(temporary)
  await rename(temporary, folder)
  return folder
}

async function readVersion(installedFolder: string): Promise<string> {
  const manifest = await readFile(join(dirname(installedFolder), 'package.json'), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}

/** Whoever installed the package may have a umask that shuts everybody else out. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, ((await stat(path)).mode & 0o100) === 0 ? 0o644 : 0o755)
  }
}
