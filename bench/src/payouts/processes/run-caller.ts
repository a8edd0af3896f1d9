import { setTimeout as delay } from 'node:timers/promises'
import { answerQuestions } from '../../processes/answer-questions.js'

export type CallerInput = { apiUrl: string; secretKey: string; paths: string[]; perSecond: number }
/** Milliseconds from when a call was due to the end of its answer; none may be refused. */
export type CallerQuestions = { latencies: number[] }

/** Calls the API at a steady pace, whether or not the calls before are answered. */
answerQuestions(async ({ apiUrl, secretKey, paths, perSecond }: CallerInput) => {
  const headers = { authorization: `Basic ${Buffer.from(`${secretKey}:`).toString('base64')}` }
  let latenciesMs: number[] = []
  let stopping = false

  async function call(path: string, dueMs: number): Promise<void> {
    const response = await fetch(`${apiUrl}/v1${path}`, { headers })
    const text = await response.text()
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${text}`)
    latenciesMs.push(performance.now() - dueMs)
  }

  const calls = new Set<Promise<void>>()
  const calling = (async () => {
    const startedMs = performance.now()
    for (let count = 0; !stopping; count++) {
      const dueMs = startedMs + (count * 1000) / perSecond
      await delay(Math.max(0, dueMs - performance.now()))
      const one = call(paths[count % paths.length]!, dueMs).finally(() => calls.delete(one))
      calls.add(one)
    }
  })()
  return {
    answers: {
      latencies: () => {
        const taken = latenciesMs
        latenciesMs = []
        return taken
      }
    },
    async close() {
      stopping = true
      await calling
      await Promise.all(calls)
    }
  }
})
