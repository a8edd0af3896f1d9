import { EventEmitter, once } from 'node:events'
import picocolors from 'picocolors'
import { runCommandLine } from '../command-line/run-command-line.js'

export type Environment = Readonly<Record<string, string>>

export type FinishedArus = { exitCode: number | null; stdout: string; stderr: string }

export type RunningArus = {
  /** What was printed so far. */
  output: { stdout: string; stderr: string }
  /** Waits until stdout or stderr matches; fails when the command ends first. */
  waitFor: (pattern: RegExp) => Promise<RegExpExecArray>
  /** Interrupts it with the signal, if any, and waits for the end. */
  end: (signal?: 'SIGINT' | 'SIGTERM') => Promise<FinishedArus>
}

/**
 * Runs a command line in the test's own process, surrounded as `main.ts` surrounds it where there is no terminal, and by
 * no environment but the given one. What is about the process itself is tested with `run-built-arus.ts`.
 */
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
  const interruption = new AbortController()
  const output = { stdout: '', stderr: '' }
  const changes = new EventEmitter()
  const write = (stream: keyof typeof output) => (text: string) => {
    output[stream] += text
    changes.emit('change')
  }
  let exitCode: number | null = null
  const ended = runCommandLine(words, {
    environment,
    writeResult: write('stdout'),
    writeNote: write('stderr'),
    isTerminal: false,
    canAsk: false,
    ask: () => Promise.reject(new Error('nobody can be asked here')),
    columns: 100,
    colors: picocolors.createColors(false),
    signal: interruption.signal
  }).then((code) => {
    exitCode = code
    changes.emit('change')
  })
  return {
    output,
    waitFor: async (pattern) => {
      for (;;) {
        const match = pattern.exec(output.stdout) ?? pattern.exec(output.stderr)
        if (match !== null) return match
        if (exitCode !== null)
          throw new Error(`arus ${words.join(' ')} ended without ${pattern}: ${output.stdout}${output.stderr}`)
        await once(changes, 'change')
      }
    },
    end: async (signal) => {
      if (signal !== undefined) interruption.abort(new Error(`stopped: ${signal}`))
      await ended
      return { exitCode, ...output }
    }
  }
}
