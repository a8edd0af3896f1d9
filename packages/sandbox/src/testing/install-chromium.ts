import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** How to get a browser where we can't. */
export const HOW_TO_INSTALL =
  'No Chromium was found. Install one (Debian: apt-get install chromium, Ubuntu: snap install chromium, macOS: brew install --cask chromium), or name one in CHROMIUM_PATH.'

/**
 * Installs Chromium with the system's own package manager: on Debian, as root.
 *
 * @throws {Error} that says how to install one by hand, where this can't
 */
export async function installChromium(): Promise<void> {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) throw new Error(HOW_TO_INSTALL)
  // Two test files may find out at once: the second waits for the first.
  const options = ['-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300']
  try {
    await run('apt-get', ['update'])
    await run('apt-get', ['install', ...options, 'chromium'])
  } catch (error) {
    throw new Error(`${HOW_TO_INSTALL}\napt-get could not: ${(error as Error).message}`)
  }
}
