import type { Control } from '../control/control-functions.js'
import type { Notifier } from '../notifications/create-notifier.js'
import type { SandboxSettings } from '../settings.js'
import type { Engine } from '../state/engine.js'

/** What the pages show and change. */
export type PagesContext = {
  engine: Engine
  /** `publicUrl` is read at each request: it may be set once the port is known. */
  settings: SandboxSettings
  notifier: Notifier
  control: Control
}
