import { existsSync } from 'node:fs'
import process from 'node:process'

/**
 * Puts what a `.env` file says into `process.env`, never over a variable that is set. Nothing happens where there is no file.
 *
 * @param path default: `.env` in the working folder
 * @throws {Error} when the file is there and can't be read
 */
export function loadEnvFile(path = '.env'): void {
  // Bun loads it before the program starts, and may lack the function.
  if (!existsSync(path) || typeof process.loadEnvFile !== 'function') return
  const before = { ...process.env }
  process.loadEnvFile(path)
  // Node keeps what was set; Deno lets the file win.
  Object.assign(process.env, before)
}
