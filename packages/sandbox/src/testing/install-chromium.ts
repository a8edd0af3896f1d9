import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The first is lighter; older systems have only the second. */
const PACKAGES = ['chromium-headless-shell', 'chromium']
const TRIES = 12
const PAUSE_MS = 10_000

/** How to get a browser where we can't. */
export const HOW_TO_INSTALL =
  'No Chromium was found. Install one (Debian: apt-get install chromium-headless-shell, Ubuntu: snap install chromium, macOS: brew install --cask chromium), or name one in CHROMIUM_PATH.'

/**
 * Installs Chromium with the system's own package manager: on Debian, as root.
 *
 * @param options.isThere whether there is one: another process, a test file say, may be getting it at this moment
 * @throws {Error} that says how to install one by hand, where this can't
 */
export async function installChromium({ isThere }: { isThere: () => boolean }): Promise<void> {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) throw new Error(HOW_TO_INSTALL)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }
  for (let tried = 1; !isThere(); tried++) {
    try {
      await run('apt-get', ['update'], { env }).catch(() => {})
      await installFirst(PACKAGES, env)
      return
    } catch (error) {
      const { message } = error as Error
      // Whoever holds the lock is getting it for us, perhaps.
      if (tried === TRIES || !/lock/i.test(message)) throw new Error(`${HOW_TO_INSTALL}\nIt could not be done here: ${message}`)
      await wait(PAUSE_MS)
    }
  }
}

/** The first of these packages that there is. */
async function installFirst([name, ...others]: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  try {
    await run('apt-get', ['install', '-y', '--no-install-recommends', name!], { env })
  } catch (error) {
    if (others.length === 0 || !/unable to locate package|no installation candidate/i.test((error as Error).message)) throw error
    await installFirst(others, env)
  }
}
