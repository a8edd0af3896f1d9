import type { CommandDefinition } from '../command-line/command-definition.js'
import { approveCommand } from './approve.js'
import { auditHeadsCommand } from './audit-heads.js'
import { auditListCommand } from './audit-list.js'
import { auditVerifyCommand } from './audit-verify.js'
import { balanceCommand } from './balance.js'
import { bankCommand } from './bank.js'
import { banksCommand } from './banks.js'
import { casesListCommand } from './cases-list.js'
import { casesSettleCommand } from './cases-settle.js'
import { casesShowCommand } from './cases-show.js'
import { demoCommand } from './demo.js'
import { itemsCommand } from './items.js'
import { keysChangeCommand } from './keys-change.js'
import { keysCreateCommand } from './keys-create.js'
import { keysListCommand } from './keys-list.js'
import { keysRevokeCommand } from './keys-revoke.js'
import { keysSignWithCommand } from './keys-sign-with.js'
import { ledgerVerifyCommand } from './ledger-verify.js'
import { listenCommand } from './listen.js'
import { merchantsCreateCommand } from './merchants-create.js'
import { merchantsListCommand } from './merchants-list.js'
import { quarantineOverrideCommand } from './quarantine-override.js'
import { quarantineShowCommand } from './quarantine-show.js'
import { reconcileCommand } from './reconcile.js'
import { rejectCommand } from './reject.js'
import { sandboxCommand } from './sandbox.js'
import { secretsResealCommand } from './secrets-reseal.js'
import { serverCommand } from './server.js'
import { statementsListCommand } from './statements-list.js'
import { statementsShowCommand } from './statements-show.js'
import { statusCommand } from './status.js'
import { submitCommand } from './submit.js'
import { topupCommand } from './topup.js'
import { topupsCompleteCommand } from './topups-complete.js'
import { triggerCommand } from './trigger.js'
import { validateCommand } from './validate.js'

/** Every command, in the order of `arus --help`: trying it out, paying, money, operating. */
export const COMMANDS: readonly CommandDefinition[] = [
  demoCommand,
  submitCommand,
  approveCommand,
  rejectCommand,
  statusCommand,
  itemsCommand,
  balanceCommand,
  topupCommand,
  banksCommand,
  validateCommand,
  listenCommand,
  sandboxCommand,
  bankCommand,
  triggerCommand,
  serverCommand,
  merchantsCreateCommand,
  merchantsListCommand,
  keysCreateCommand,
  keysChangeCommand,
  keysListCommand,
  keysRevokeCommand,
  keysSignWithCommand,
  topupsCompleteCommand,
  casesListCommand,
  casesShowCommand,
  casesSettleCommand,
  reconcileCommand,
  statementsListCommand,
  statementsShowCommand,
  quarantineShowCommand,
  quarantineOverrideCommand,
  ledgerVerifyCommand,
  secretsResealCommand,
  auditListCommand,
  auditVerifyCommand,
  auditHeadsCommand
]

/** What `--help` says of the nouns that have several commands. */
export const COMMAND_GROUPS: Readonly<Record<string, string>> = {
  merchants: 'whose money a server holds (works on the database)',
  keys: 'the API keys of merchants (works on the database)',
  topups: 'money that came in (works on the database)',
  cases: 'what only a person can settle (works on the database)',
  statements: 'what banks say was paid (works on the database)',
  quarantine: 'a database that was restored (works on the database)',
  ledger: 'the books (works on the database)',
  secrets: 'how keys and webhook secrets are stored (works on the database)',
  audit: 'who did what (works on the database)'
}
