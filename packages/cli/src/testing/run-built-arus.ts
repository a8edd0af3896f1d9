import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Environment, FinishedArus, RunningArus } from './run-arus.js'

/** What a shell runs. */
export const PROGRAM = fileURLToPath(new URL('../../bin/arus.js', import.meta.url))

export type ArusProcess = Omit<RunningArus, 'end'> & {
  child: ChildProcess
  /** Sends the signal, if any, and waits for the end. */
  end: (signal?: NodeJS.Signals) => Promise<FinishedArus>
}

/**
 * Runs the built program as a shell would, with no terminal and nothing of our own environment but what it needs to start:
 * for what is about the process, such as signals and that it ends by itself. Commands themselves are tested with `run-arus.ts`.
 */
export async function runBuiltArus(words: readonly string[], environment: Environment = {}): Promise<FinishedArus> {
  return startBuiltArus(words, environment).end()
}

export function startBuiltArus(words: readonly string[], environment: Environment = {}): ArusProcess {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const output = { stdout: '', stderr: '' }
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  const closed = once(child, 'close')
  return {
    child,
    output,
    waitFor: async (pattern) => {
      for (;;) {
        const match = pattern.exec(output.stdout) ?? pattern.exec(output.stderr)
        if (match !== null) return match
        if (child.exitCode !== null || child.signalCode !== null) {
          throw new Error(`arus ${words.join(' ')} ended without ${pattern}: ${output.stdout}${output.stderr}`)
        }
        await Promise.race([once(child.stdout!, 'data'), once(child.stderr!, 'data'), closed])
      }
    },
    end: async (signal) => {
      if (signal !== undefined) child.kill(signal)
      await closed
      return { exitCode: child.exitCode, ...output }
    }
  }
}
