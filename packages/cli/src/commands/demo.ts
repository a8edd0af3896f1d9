import { type CommandDefinition, hasFlag } from '../command-line/command-definition.js'

export const demoCommand: CommandDefinition = {
  path: ['demo'],
  summary: 'pay a payroll of 1,000 people from start to end on this computer, and check it',
  options: [{ flags: '--keep', summary: 'leave everything running afterwards, and say how to use it' }],
  notes: `Starts a PostgreSQL of its own, the server, two workers and a webhook receiver; no money
moves and nothing leaves this computer. Ends with 0, or with 1 and what differed.`,
  run: async (context, given) => {
    const { runDemo } = await import('../demo/run-demo.js')
    return runDemo(context, { isKept: hasFlag(given, 'keep') })
  }
}
