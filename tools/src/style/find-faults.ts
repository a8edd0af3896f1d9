import { RULES } from './rules.js'
import type { SourceFile } from './source-file.js'

/**
 * Applies every rule to every file.
 *
 * @returns one line per fault, with its place and what to do instead
 */
export function findFaults(files: SourceFile[]): string[] {
  return files
    .flatMap((file) => RULES.flatMap((rule) => rule(file)))
    .map(({ path, line, message }) => `${path}:${line}: ${message}`)
}
