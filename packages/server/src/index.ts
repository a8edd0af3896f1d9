// Settings and database

// What an operator does
export type { ApiKeyRow } from './api-keys/api-key.js'
export { chooseSigningKey } from './api-keys/choose-signing-key.js'
export { createApiKey } from './api-keys/create-api-key.js'
export { listApiKeys } from './api-keys/list-api-keys.js'
export { revokeApiKey } from './api-keys/revoke-api-key.js'
// What there is to know without a server
export { BANKS, type Bank } from './banks/bank-list.js'
export { type Configuration, ConfigurationError, parseConfiguration } from './configuration/parse-configuration.js'
export { createPool, type Pool } from './database/create-pool.js'
export { migrate } from './database/migrate.js'
export { ApiError, type ErrorCode } from './errors/api-error.js'
export { createMerchant } from './merchants/create-merchant.js'
export { listMerchants } from './merchants/list-merchants.js'
export type { MerchantRow } from './merchants/merchant.js'
export { type BookEntry, readBook } from './rails/simulated-bank/read-book.js'
