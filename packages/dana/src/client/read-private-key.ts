import { readFileSync } from 'node:fs'
import type { KeyInput } from '@arus/snap-bi'
import { readEnvironment } from '../environment/read-environment.js'
import { InvalidOptionError } from '../errors/invalid-option-error.js'
import type { DanaOptions } from './dana-options.js'

/**
 * The private key that a client is given: the option, the option's file, then the variables. A text is never taken for a path.
 *
 * @throws {InvalidOptionError} when the file can't be read; neither its content nor a key in the path's place is ever shown
 */
export function readPrivateKey(options: DanaOptions): KeyInput | undefined {
  if (options.privateKey) return options.privateKey
  if (options.privateKeyPath) return readKeyFile('privateKeyPath', options.privateKeyPath)
  const path = readEnvironment('PRIVATE_KEY_PATH')
  if (path !== undefined) return readKeyFile('PRIVATE_KEY_PATH', path)
  return readEnvironment('PRIVATE_KEY') ?? readEnvironment('X_PRIVATE_KEY')
}

function readKeyFile(option: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    // Neither the path nor the system's error may be shown then, as both would be the key.
    if (looksLikeKey(path)) throw new InvalidOptionError(option, `${option} must be a path, and looks like the key itself`)
    const reason = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
    throw new InvalidOptionError(option, `${option}: the file ${path} can't be read${reason}`, { cause: error })
  }
}

function looksLikeKey(path: string): boolean {
  return path.length > 255 || /-----|\n/.test(path)
}
