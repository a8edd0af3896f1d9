import picocolors from 'picocolors'
import { runCommandLine } from './command-line/run-command-line.js'
import { askPerson } from './output/ask-person.js'

// npm passes Ctrl-C on although the terminal has sent it to us already: two signals that close together are one.
const ONE_SIGNAL_MS = 1000
const interruption = new AbortController()
let interruptedAtMs: number | undefined
function interrupt(reason: string): void {
  interruptedAtMs ??= performance.now()
  // The first asks the command to end what it has begun; whoever sends a second one doesn't want to wait for that.
  if (performance.now() - interruptedAtMs > ONE_SIGNAL_MS) process.exit(130)
  interruption.abort(new Error(`stopped: ${reason}`))
}
process.on('SIGINT', () => interrupt('SIGINT'))
process.on('SIGTERM', () => interrupt('SIGTERM'))
// A process that another one of ours started doesn't outlive it, however that one ended. Watching for that must not keep it alive.
process.on('disconnect', () => interrupt('the process that started this one is gone'))
process.channel?.unref()
// Whoever reads our output may stop reading ("| head"): that's no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 7))

function wantsColors(environment: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if ((environment.NO_COLOR ?? '') !== '') return false
  return isTerminal || (environment.FORCE_COLOR ?? '') !== ''
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  writeResult: (text) => process.stdout.write(text),
  writeNote: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  canAsk: process.stdin.isTTY === true && process.stderr.isTTY === true,
  ask: (question) => askPerson(question, { input: process.stdin, output: process.stderr }),
  columns: process.stdout.columns || 100,
  colors: picocolors.createColors(wantsColors(process.env, process.stdout.isTTY === true)),
  signal: interruption.signal
})
