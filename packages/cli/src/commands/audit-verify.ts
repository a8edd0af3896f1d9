import { type CommandDefinition, readText } from '../command-line/command-definition.js'
import { readKeptHeads } from '../operator/read-kept-heads.js'
import { withOperator } from '../operator/with-operator.js'

export const auditVerifyCommand: CommandDefinition = {
  path: ['audit', 'verify'],
  summary: 'make every hash of the audit log again from its rows, and name the first broken entry',
  options: [{ flags: '--expect <file>', summary: 'what "arus audit heads --json" printed before: it must still be there' }],
  notes: `Changes nothing. Ends with 0 when the log is as it was written, with 1 when an entry was
changed, taken out, put in or moved. An end that was cut off together with its head, or a
log that was made anew, shows only with --expect.`,
  run: async (context, given) => {
    const path = readText(given, 'expect')
    const keptHeads = path === undefined ? [] : await readKeptHeads(path)
    return withOperator(context, async ({ server, pool }) => {
      const report = await server.verifyAudit(pool, { keptHeads })
      const { colors } = context
      const isRight = report.faults.length === 0
      const extent = `${count(report.entries, 'entry', 'entries')} in ${count(report.chains, 'chain', 'chains')} at ${report.readAt}`
      const against = path === undefined ? '' : `, and has what ${path} expects`
      return {
        exit: isRight ? 'ok' : 'negative',
        json: {
          is_right: isRight,
          entries: report.entries,
          chains: report.chains,
          expected_heads: keptHeads.length,
          read_at: report.readAt,
          faults: report.faults.map(({ chain, sequence, message }) => ({ chain, sequence: Number(sequence), message }))
        },
        text: isRight
          ? `${colors.green('The audit log is as it was written')}${against}: ${extent}`
          : [
              `${colors.red('The audit log was tampered with')}: ${extent} are right, up to`,
              ...report.faults.map(({ chain, message }) => `  ${chain}: ${message}`)
            ].join('\n')
      }
    })
  }
}

function count(many: number, one: string, several: string): string {
  return `${many.toLocaleString('en')} ${many === 1 ? one : several}`
}
