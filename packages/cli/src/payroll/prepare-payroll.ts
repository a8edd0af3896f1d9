import { basename } from 'node:path'
import type { Balance } from '@arus/durianpay'
import { CommandError } from '../command-line/command-result.js'
import type { CommandContext } from '../command-line/surroundings.js'
import type { Connection } from '../merchant/connect-merchant.js'
import { batchKey } from './batch-key.js'
import { checkPayroll } from './check-payroll.js'
import type { PayrollFile } from './payroll-file.js'
import { readPayrollBytes } from './read-payroll-bytes.js'
import { readPayrollRules } from './read-payroll-rules.js'

/** A payroll that may be sent: nothing in it is wrong. */
export type PreparedPayroll = {
  file: PayrollFile
  name: string
  description: string
  /** Null without a server, which alone knows whose key it would be. */
  batchKey: string | null
  balance: Balance | undefined
}

export type PrepareOptions = {
  path: string
  /** What people call the batch; else what the file says, else the file's name. */
  name: string | undefined
  /** Why a file is paid another time. */
  againReason: string | undefined
}

/**
 * Reads and checks a payroll file, and makes its batch key. Sends nothing.
 *
 * @param connection undefined to check a file without a server, against the bank list that servers start from
 * @throws CommandError (badInput) after every problem of the file was told
 */
export async function preparePayroll(
  context: CommandContext,
  connection: Connection | undefined,
  { path, name, againReason }: PrepareOptions
): Promise<PreparedPayroll> {
  const reason = againReason?.trim()
  if (reason === '') throw new CommandError('usage', '--again needs a reason: why is this file paid another time?')
  const fileBytes = await readPayrollBytes(path)
  const bankCodes = await listBankCodes(connection, context.signal)
  const file = checkPayroll(path, fileBytes, readPayrollRules(context.environment, bankCodes), context)
  const balance = await connection?.client.topups.balance({ signal: context.signal })
  const makeKey = (mode: Connection['mode'], merchantId: string) =>
    batchKey({ fileBytes, merchantId, mode, againReason: reason ?? '' })
  return {
    file,
    name: name ?? (file.name === '' ? basename(path) : file.name),
    description: reason === undefined ? file.description : `${file.description} (again: ${reason})`.trim(),
    batchKey: connection === undefined || balance === undefined ? null : makeKey(connection.mode, readMerchantId(balance)),
    balance
  }
}

async function listBankCodes(connection: Connection | undefined, signal: AbortSignal): Promise<string[]> {
  if (connection !== undefined) return (await connection.client.banks.list({ signal })).map((bank) => bank.code)
  const { BANKS } = await import('@arus/server/operator')
  return BANKS.map((bank) => bank.code)
}

/** Arus says whose balance it is. A server that doesn't still keeps each merchant's keys apart, so the key is safe without. */
function readMerchantId(balance: Partial<Balance>): string {
  return balance.merchant_id ?? ''
}
