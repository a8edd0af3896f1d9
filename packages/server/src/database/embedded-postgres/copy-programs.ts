import { constants } from 'node:fs'
import { access, chmod, copyFile, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
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
  await copyForAll(options.installedFolder, temporary)
  await linkLibraries(temporary)
  await rename(temporary, folder)
  return folder
}

async function readVersion(installedFolder: string): Promise<string> {
  const manifest = await readFile(join(dirname(installedFolder), 'package.json'), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}

/** Copies what everybody may read and run, and only the owner change; the original's modes may shut out either. */
async function copyForAll(from: string, to: string): Promise<void> {
  await mkdir(to)
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyForAll(source, target)
    if (!entry.isFile()) continue
    await copyFile(source, target, constants.COPYFILE_FICLONE)
    await chmod(target, ((await stat(source)).mode & 0o100) === 0 ? 0o644 : 0o755)
  }
}
