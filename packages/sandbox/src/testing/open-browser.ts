import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './find-chromium.js'
import { HOW_TO_INSTALL, installChromium } from './install-chromium.js'

/** It needs no network, no graphics and no profile, and looks for none. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Fewer processes: every page here is ours, and two thirds of the time went to starting them.
  '--in-process-gpu',
  '--disable-site-isolation-trials',
  '--disable-features=SpareRendererForSitePerProcess,site-per-process'
]

/**
 * Starts the Chromium that is installed, without a window, in an empty profile of its own. Gets one first where there is none.
 *
 * @param environment for `CHROMIUM_PATH` and `PATH`
 * @throws {Error} that says how to get a Chromium, where there is none and none can be installed
 */
export async function openBrowser(environment: Readonly<Record<string, string | undefined>>): Promise<Browser> {
  const found = findChromium(environment)
  if (found === undefined) await installChromium({ isThere: () => findChromium(environment) !== undefined })
  const executablePath = found ?? findChromium(environment)
  if (executablePath === undefined) throw new Error(HOW_TO_INSTALL)
  // Root, as in a container, can't have Chromium's own sandbox.
  return chromium.launch({ executablePath, headless: true, chromiumSandbox: process.getuid?.() !== 0, args: FLAGS })
}
