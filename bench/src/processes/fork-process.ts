import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A process of ours, which answers questions one after the other. */
export type ForkedProcess<Questions extends Record<string, unknown>> = {
  name: string
  processId: number
  ask<Question extends keyof Questions & string>(question: Question): Promise<Questions[Question]>
  stop(): Promise<void>
}

/** What goes back and forth between `forkProcess` and `answerQuestions`. */
export type Question = { question: string }
export type Answer = { answer: unknown }

/**
 * Starts a process of the benchmark, hands it what it needs, and waits until it says that it is ready.
 *
 * @param file beside `payouts/processes/`, as built
 *
 * @example
 * const receiver = await forkProcess<{ arrivals: Arrival[] }>('receiver', 'run-receiver.js', { hangingShare: 0 })
 * await receiver.ask('arrivals')
 */
export async function forkProcess<Questions extends Record<string, unknown>>(
  name: string,
  file: string,
  input: unknown
): Promise<ForkedProcess<Questions>> {
  const path = fileURLToPath(new URL(`../payouts/processes/${file}`, import.meta.url))
  const child = fork(path, [], { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`${name} ended with ${code ?? signal}`)
  })
  ended.catch(() => {})
  const nextAnswer = async () => {
    const [message] = (await Promise.race([once(child, 'message'), ended])) as [Answer]
    return message.answer
  }
  let last: Promise<unknown> = nextAnswer()
  child.send({ question: 'start', input })
  await last
  return {
    name,
    processId: child.pid!,
    ask(question) {
      const answer = last.then(() => {
        const answered = nextAnswer()
        child.send({ question })
        return answered
      })
      last = answer
      return answer as Promise<Questions[typeof question]>
    },
    stop: () => stop(child)
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
