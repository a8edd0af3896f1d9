import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from './source-file.js'

const TEXT = /\.([cm]?[jt]s|tsx|sql|ya?ml|json|md)$/

/** Reads every text file that git tracks below a folder, save those deleted since. */
export function readTrackedFiles(root: string): SourceFile[] {
  const paths = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')
  return paths
    .filter((path) => TEXT.test(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}
