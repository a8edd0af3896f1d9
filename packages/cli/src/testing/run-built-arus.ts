import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../bin/arus.js', import.meta.url))

export type Environment = Readonly<Record<string, string>>

export type FinishedArus = { exitCode: number | null; stdout: string; stderr: string }

export type RunningArus = {
  child: ChildProcess
  /** What was printed so far. */
  output: { stdout: string; stderr: string }
  /** Waits until stdout or stderr matches; fails when the process ends first. */
  waitFor: (pattern: RegExp) => Promise<RegExpExecArray>
  /** Sends the signal, if any, and waits for the end. */
  end: (signal?: NodeJS.Signals) => Promise<FinishedArus>
}

/** Runs the built program as a shell would, with no terminal and nothing of our own environment but what it needs to start. */
export async function runArus(words: readonly string[], environment: Environment = {}): Promise<FinishedArus> {
  return startArus(words, environment).end()
}

/** Runs a command with `--json` and gives the document, whatever the exit code. */
export async function runJson<Document = Record<string, unknown>>(
  words: readonly string[],
  environment: Environment = {}
): Promise<{ exitCode: number | null; document: Document }> {
  const { exitCode, stdout, stderr } = await runArus([...words, '--json'], environment)
  try {
    return { exitCode, document: JSON.parse(stdout) as Document }
  } catch {
    throw new Error(`arus ${words.join(' ')} --json printed no single JSON document: ${stdout}\n${stderr}`)
  }
}

export function startArus(words: readonly string[], environment: Environment = {}): RunningArus {
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
