import { readFile } from 'node:fs/promises'
import { CommandError } from '../command-line/command-result.js'

/**
 * Reads a payroll file from disk.
 *
 * @throws CommandError (badInput) when there is none, or it can't be read
 */
export async function readPayrollBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new CommandError(
      'badInput',
      `${path} can't be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`
    )
  }
}
