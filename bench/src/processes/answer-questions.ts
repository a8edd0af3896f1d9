/** What a forked process can do: each answers one question of its parent. */
export type Answers = Record<string, () => unknown>

/**
 * The other side of `forkProcess`: starts with the input that it is handed, says that it is ready, answers questions, and
 * closes when it is told to end.
 *
 * @example
 * answerQuestions(async ({ port }: { port: number }) => ({ answers: { count: () => 0 }, close: async () => {} }))
 */
export function answerQuestions<Input>(start: (input: Input) => Promise<{ answers: Answers; close(): Promise<void> }>): void {
  let running: { answers: Answers; close(): Promise<void> } | undefined
  process.on('message', async (message: { question: string; input?: Input }) => {
    if (message.question === 'start') {
      running = await start(message.input as Input)
      process.send!({ answer: 'ready' })
      return
    }
    process.send!({ answer: await running!.answers[message.question]!() })
  })
  const end = async () => {
    await running?.close()
    process.exit(0)
  }
  process.once('SIGTERM', () => void end())
  // The parent is gone, so nobody will tell us.
  process.once('disconnect', () => void end())
}
