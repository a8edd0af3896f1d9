import ours from '@arus/dana/runtime'
import { expect } from 'vitest'
import { requireGenuine } from './genuine-dana-node.js'

export type Runtime = typeof ours

/** The runtime of Arus, and of the genuine dana-node. */
export const RUNTIMES: { arus: Runtime; genuine: Runtime } = {
  arus: ours,
  genuine: requireGenuine('/runtime') as unknown as Runtime
}

/** Runs something with both, and expects the same result or error. */
export function expectSame(run: (from: Runtime) => unknown): void {
  expect(outcomeOf(() => run(RUNTIMES.arus))).toEqual(outcomeOf(() => run(RUNTIMES.genuine)))
}

export function outcomeOf(run: () => unknown): unknown {
  try {
    return { value: run() }
  } catch (error) {
    return { error: describeError(error) }
  }
}

/** Class, message and dana-node's own fields of an error. */
export function describeError(error: unknown): object {
  const { name, message, field, status, rawResponse, errorCode, errorMessage, validationErrorContexts } = error as Record<
    string,
    unknown
  >
  return { name, message, field, status, rawResponse, errorCode, errorMessage, validationErrorContexts }
}
