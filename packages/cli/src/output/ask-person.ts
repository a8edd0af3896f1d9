import type { Readable, Writable } from 'node:stream'

/** Asks a question that only "yes" lets through: Ctrl-C, Escape and Enter alone mean no. */
export async function askPerson(question: string, streams: { input: Readable; output: Writable }): Promise<boolean> {
  const { confirm } = await import('@clack/prompts')
  return (await confirm({ message: question, initialValue: false, ...streams })) === true
}
