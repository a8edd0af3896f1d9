// Starting one

export { JournalError } from './journal/journal-error.js'
export type { Sandbox, SandboxClock, SandboxUser } from './sandbox.js'
export type { SandboxOptions } from './sandbox-options.js'
export { SandboxStartError } from './sandbox-start-error.js'
export { startSandbox } from './start-sandbox.js'
export type { Authorization, AuthorizeOptions } from './without-browser/authorize.js'
export type { PayOptions } from './without-browser/pay.js'

// Credentials

export type { SandboxCredentials } from './credentials/sandbox-credentials.js'
export { PUBLISHED_KEYS } from './seeds/published-keys.js'

// Accounts

export { AccountsFileError } from './accounts-file/accounts-file-error.js'
export type { AccountsFile } from './accounts-file/read-accounts-file.js'
export { readAccountsFile } from './accounts-file/read-accounts-file.js'
export type { MerchantInput } from './state/merchant.js'
export type { UserInput } from './state/user.js'

// Control

export type { ControlClient, TriggerFields } from './control/control-client.js'
export { connectControl } from './control/control-client.js'
export { ControlError } from './control/control-error.js'
export type { ClockView, Control, TriggerView } from './control/control-functions.js'
export type { MerchantView, OrderView, UserView } from './control/control-views.js'
export type { SignedNotification } from './control/sign-again.js'
export type { TriggerEvent, TriggerInput } from './control/trigger.js'
export { TRIGGERS } from './control/trigger.js'
export type { FaultKind, FaultRule, StandingFault } from './faults/create-faults.js'
export type { Notification, NotificationAttempt } from './notifications/notification.js'
export type { LoggedRequest } from './request-log/create-request-log.js'

// Settings

export type { SandboxSettings } from './settings.js'
export { DEFAULT_PORT, DEFAULT_SETTINGS } from './settings.js'
