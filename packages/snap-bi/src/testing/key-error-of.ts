import { KeyError } from '../keys/key-error.js'

/** The KeyError that a call throws. */
export function keyErrorOf(call: () => unknown): KeyError {
  try {
    call()
  } catch (error) {
    if (error instanceof KeyError) return error
    throw error
  }
  throw new Error('no error was thrown')
}
