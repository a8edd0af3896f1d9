import { type CommandDefinition, readText } from '../command-line/command-definition.js'
import { CommandError } from '../command-line/command-result.js'
import { presentQuarantine } from '../operator/present-quarantine.js'
import { readOperatorName } from '../operator/read-operator-name.js'
import { withOperator } from '../operator/with-operator.js'

const MODES = { live: ['live'], test: ['test'], both: ['live', 'test'] } as const

export const quarantineOverrideCommand: CommandDefinition = {
  path: ['quarantine', 'override'],
  summary: 'take in batches again, on your own word, before a bank statement tells what was paid',
  options: [
    { flags: '--reason <text>', summary: 'why this is safe, kept for ever (required)' },
    { flags: '--mode <mode>', summary: 'live, test or both (both unless said)' },
    { flags: '--by <name>', summary: 'who says so (else the user of this computer)' }
  ],
  notes: `Payments of new batches are then asked about before they are sent, until a statement for the
lost time is reconciled; over a bank that books repeats each of them needs a person.
Without a quarantine nothing is changed.`,
  run: (context, given) => {
    const reason = readText(given, 'reason')?.trim() ?? ''
    if (reason === '') throw new CommandError('usage', '--reason is missing: why it is safe to take in batches again')
    const mode = readText(given, 'mode') ?? 'both'
    if (!(mode in MODES)) throw new CommandError('usage', `--mode must be live, test or both, not ${JSON.stringify(mode)}`)
    const modes = MODES[mode as keyof typeof MODES]
    const by = readText(given, 'by')
    return withOperator(context, async ({ server, pool }) => {
      const actor = by === undefined ? readOperatorName() : `operator:${by}`
      const overridden = await server.overrideQuarantines(pool, { actor, reason, modes })
      return {
        exit: 'ok',
        json: { overridden: overridden.map((one) => presentQuarantine(one, server.findClosedModes(one))), modes, actor, reason },
        text:
          overridden.length === 0
            ? 'no quarantine stands; nothing was changed'
            : `${overridden.map(({ id }) => id).join(', ')}: batches are taken in again in ${modes.join(' and ')} mode, on the word of ${actor}`
      }
    })
  }
}
