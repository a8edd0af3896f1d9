import { type CommandDefinition, readArgument, readText } from '../command-line/command-definition.js'
import { CommandError } from '../command-line/command-result.js'
import { formatAmount } from '../money/format-amount.js'
import { formatRupiah } from '../money/format-rupiah.js'
import { findOwnerOfTopup } from '../operator/find-owner.js'
import { readOperatorName } from '../operator/read-operator-name.js'
import { withOperator } from '../operator/with-operator.js'

export const topupsCompleteCommand: CommandDefinition = {
  path: ['topups', 'complete'],
  summary: "say that a top-up's transfer has come in: its money can be spent from then on",
  arguments: [{ syntax: '<topup-id>', summary: 'topup_…' }],
  options: [
    { flags: '--reference <text>', summary: "the bank's reference of the transfer: each tops up once (required)" },
    { flags: '--by <name>', summary: 'who says so, kept with the top-up (else the user of this computer)' }
  ],
  run: (context, given) => {
    const reference = readText(given, 'reference')?.trim() ?? ''
    if (reference === '')
      throw new CommandError('usage', "--reference is missing: the bank's own reference of the transfer that came in")
    return withOperator(context, async ({ server, pool }) => {
      const topupId = readArgument(given, 0)
      const owner = await findOwnerOfTopup(pool, topupId)
      const completedBy = readText(given, 'by') === undefined ? readOperatorName() : `operator:${readText(given, 'by')}`
      const { topup, wasComplete } = await server.completeTopup(pool, { ...owner, topupId, reference, completedBy })
      return {
        exit: 'ok',
        json: {
          topup: {
            id: topup.id,
            merchant_id: owner.merchantId,
            is_live: owner.isLive,
            status: topup.status,
            total_amount: formatAmount(topup.totalAmountSen),
            reference
          },
          was_complete: wasComplete
        },
        text: wasComplete
          ? `${topup.id} was completed with this reference before; nothing was changed`
          : `${topup.id} is completed: ${formatRupiah(topup.totalAmountSen)} for ${owner.merchantId}`
      }
    })
  }
}
