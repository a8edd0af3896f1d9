// What a server is set up with: no HTTP comes with this file, which a command of an operator need not wait for

export { type Configuration, ConfigurationError, parseConfiguration } from './configuration/parse-configuration.js'
export { createLog, type Log } from './http/create-log.js'
export { type OpenDatabaseOptions, openDatabase } from './open-database.js'
export type { MasterKey } from './secrets/master-key.js'
export { MasterKeyError } from './secrets/master-key-error.js'

// Its database

export { createPool, type Pool } from './database/create-pool.js'
export { defaultDataFolder } from './database/embedded-postgres/default-data-folder.js'
export { type EmbeddedPostgres, startEmbeddedPostgres, stopAbandonedPostgres } from './database/embedded-postgres.js'
export { migrate } from './database/migrate.js'

// What an operator does

export type { ApiKeyRow } from './api-keys/api-key.js'
export { changeApiKey } from './api-keys/change-api-key.js'
export { chooseSigningKey } from './api-keys/choose-signing-key.js'
export { createApiKey } from './api-keys/create-api-key.js'
export { describeKeyTerms } from './api-keys/describe-key-terms.js'
export { KEY_SCOPES, type KeyScope } from './api-keys/key-scope.js'
export type { KeyTerms } from './api-keys/key-terms.js'
export { listApiKeys } from './api-keys/list-api-keys.js'
export { type KeyUsage, readKeyUsage } from './api-keys/read-key-usage.js'
export { revokeApiKey } from './api-keys/revoke-api-key.js'
export { AUDIT_ACTIONS, type AuditAction, type AuditEntry } from './audit/audit-entry.js'
export { type AuditHead, readAuditHeads } from './audit/audit-head.js'
export { type AuditFilter, listAudit } from './audit/list-audit.js'
export { type AuditFault, type AuditReport, verifyAudit } from './audit/verify-audit.js'
export { allowedResolutions, type CaseResolution } from './cases/allowed-resolutions.js'
export type { CaseRow } from './cases/case.js'
export { CASE_KINDS, CASE_REASONS, type CaseKind } from './cases/case-kinds.js'
export { findCase } from './cases/find-case.js'
export { type CaseFilter, listCases } from './cases/list-cases.js'
export { settleFoundCase } from './cases/settle-found-case.js'
export { type LedgerFault, type LedgerReport, verifyLedger } from './ledger/verify-ledger.js'
export { createMerchant } from './merchants/create-merchant.js'
export { listMerchants } from './merchants/list-merchants.js'
export type { MerchantRow } from './merchants/merchant.js'
export { overrideQuarantines } from './quarantine/override-quarantines.js'
export { QUARANTINE_REASONS, type QuarantineReason, type QuarantineRow } from './quarantine/quarantine.js'
export { findClosedModes, listQuarantines } from './quarantine/read-quarantines.js'
export { type ResealReport, resealSecrets } from './secrets/reseal-secrets.js'
export type { KnownRails } from './statements/choose-account.js'
export { findStatementById, listStatements } from './statements/list-statements.js'
export { previewStatement, type StatementPreview } from './statements/preview-statement.js'
export type { DifferingLine } from './statements/read-differing-lines.js'
export { type LeftLine, readLeftLines, readLeftLinesOfItem } from './statements/read-left-lines.js'
export { reconcileStatement } from './statements/reconcile-statement.js'
export type { NewStatement, StatementLine, StatementRow } from './statements/statement.js'
export { completeTopup } from './topups/complete-topup.js'

// What there is to know without a server

export { BANKS, type Bank } from './banks/bank-list.js'
export { ApiError, type ErrorCode } from './errors/api-error.js'
export { type BookEntry, readBook } from './rails/simulated-bank/read-book.js'

// What simulated banks say was paid

export { readBankBooks } from './rails/read-bank-books.js'
export { BankError } from './rails/remote-bank/create-remote-bank.js'
