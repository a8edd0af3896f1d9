// Credentials

export { PUBLISHED_MERCHANT_KEY, PUBLISHED_SANDBOX_KEY } from './credentials/published-keys.js'
export type { SandboxCredentials } from './credentials/sandbox-credentials.js'

// Settings

export type { SandboxSettings } from './settings.js'
export { DEFAULT_SETTINGS } from './settings.js'
