import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GeneratedFile } from './generated-files.js'

/** Those files that are missing below a folder, or say something else than they should. */
export function staleFiles(root: string, files: GeneratedFile[]): GeneratedFile[] {
  return files.filter(({ path, content }) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== content)
}
