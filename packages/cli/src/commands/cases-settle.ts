import type { CaseResolution } from '@arus/server'
import { type CommandDefinition, type Given, hasFlag, readArgument, readText } from '../command-line/command-definition.js'
import { CommandError } from '../command-line/command-result.js'
import { presentCase } from '../operator/present-case.js'
import { readOperatorName } from '../operator/read-operator-name.js'
import { withOperator } from '../operator/with-operator.js'

const RESOLUTION_OF_FLAG: Record<string, CaseResolution> = {
  paid: 'paid',
  notPaid: 'not_paid',
  cameBack: 'came_back',
  acknowledge: 'acknowledged'
}

export const casesSettleCommand: CommandDefinition = {
  path: ['cases', 'settle'],
  summary: 'settle a case by what you found out at the bank',
  arguments: [{ syntax: '<case-id>', summary: 'case_…' }],
  options: [
    { flags: '--paid', summary: 'the bank has paid it: the item becomes done' },
    { flags: '--not-paid', summary: 'the bank has not paid it and will not: the item becomes failed, its money comes back' },
    { flags: '--came-back', summary: 'it was paid twice and one payment came back, both by statements: what is left is one' },
    { flags: '--acknowledge', summary: 'it is seen to; nothing but the case changes' },
    { flags: '--reference <text>', summary: 'what at the bank shows it, such as the number of a letter (required)' },
    { flags: '--reason <text>', summary: 'why, for who reads it later (required)' },
    { flags: '--by <name>', summary: 'who says so (else the user of this computer)' }
  ],
  notes: `Say --paid or --not-paid only on the bank's own word: it ends the item although the rail
never answered. What else the same word settles is closed with it. The reference, the reason and who it was are kept, also in the audit log.`,
  run: (context, given) => {
    const settlement = {
      resolution: readResolution(given),
      reference: readRequired(given, 'reference', 'what at the bank shows it'),
      reason: readRequired(given, 'reason', 'why it is settled so')
    }
    const by = readText(given, 'by')
    const actor = by === undefined ? readOperatorName() : `operator:${by}`
    return withOperator(context, async ({ server, pool }) => {
      const one = await server.settleFoundCase(pool, readArgument(given, 0), actor, settlement)
      const item = one.itemId === null ? '' : `; its item ${one.itemId} is ${one.itemStatus}`
      return {
        exit: 'ok',
        json: { case: presentCase(server, one) },
        text: `${one.id} is settled as ${one.resolution}${item}`
      }
    })
  }
}

function readResolution(given: Given): CaseResolution {
  const chosen = Object.keys(RESOLUTION_OF_FLAG).filter((name) => hasFlag(given, name))
  if (chosen.length !== 1) throw new CommandError('usage', 'say one of --paid, --not-paid, --came-back and --acknowledge')
  return RESOLUTION_OF_FLAG[chosen[0]!]!
}

function readRequired(given: Given, name: string, what: string): string {
  const text = readText(given, name)?.trim() ?? ''
  if (text === '') throw new CommandError('usage', `--${name} is missing: ${what}`)
  return text
}
