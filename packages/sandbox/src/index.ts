export type { SandboxSettings } from './settings.js'
export { DEFAULT_SETTINGS } from './settings.js'
