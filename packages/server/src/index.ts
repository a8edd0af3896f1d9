// Running a server

export { type Configuration, ConfigurationError, parseConfiguration } from './configuration/parse-configuration.js'
export { createServer, type Server, type ServerOptions } from './create-server.js'
export { createLog, type Log } from './http/create-log.js'
export { openDatabase, type RunningServer, type RunServerOptions, runServer } from './run-server.js'
export { MasterKeyError } from './secrets/master-key-error.js'

// Its database

export { createPool, type Pool } from './database/create-pool.js'
export { defaultDataFolder } from './database/embedded-postgres/default-data-folder.js'
export { type EmbeddedPostgres, startEmbeddedPostgres, stopAbandonedPostgres } from './database/embedded-postgres.js'
export { migrate } from './database/migrate.js'

// What an operator does

export type { ApiKeyRow } from './api-keys/api-key.js'
export { chooseSigningKey } from './api-keys/choose-signing-key.js'
export { createApiKey } from './api-keys/create-api-key.js'
export { listApiKeys } from './api-keys/list-api-keys.js'
export { revokeApiKey } from './api-keys/revoke-api-key.js'
export { type LedgerFault, type LedgerReport, verifyLedger } from './ledger/verify-ledger.js'
export { createMerchant } from './merchants/create-merchant.js'
export { listMerchants } from './merchants/list-merchants.js'
export type { MerchantRow } from './merchants/merchant.js'
export { completeTopup } from './topups/complete-topup.js'

// What there is to know without a server

export { BANKS, type Bank } from './banks/bank-list.js'
export { ApiError, type ErrorCode } from './errors/api-error.js'
export { type BookEntry, readBook } from './rails/simulated-bank/read-book.js'
