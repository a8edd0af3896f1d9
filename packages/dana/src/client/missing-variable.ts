import { existsSync } from 'node:fs'
import { InvalidOptionError } from '../errors/invalid-option-error.js'

/** The error for an option that was neither given nor found in its variable, in dana-node's words. */
export function missingVariable(name: string): InvalidOptionError {
  const message = `Missing required environment variable: ${name}. Please set ${name} in your environment or .env file.`
  return new InvalidOptionError(name, message + hintAtEnvFile())
}

/** dana-node loads a `.env` file when it is imported. Who comes from there has one, and sees this error first. */
function hintAtEnvFile(): string {
  if (!existsSync('.env')) return ''
  return " There is a .env file here, which is not loaded by itself: put import '@arus/dana/env' before the client's import."
}
