import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where installers put it that don't put it on the PATH. */
const PLACES = [
  '/usr/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
]
/** The first has no windows to draw, and does the same with a quarter of the processor's time. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/**
 * The path of a Chromium that is installed: the variable `CHROMIUM_PATH`, else what the PATH has, else where it usually is.
 *
 * @throws {Error} when `CHROMIUM_PATH` names nothing that can be run
 */
export function findChromium(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const { CHROMIUM_PATH = '', PATH = '' } = environment
  if (CHROMIUM_PATH !== '') {
    if (!isProgram(CHROMIUM_PATH)) throw new Error(`CHROMIUM_PATH is ${CHROMIUM_PATH}, where no program is`)
    return CHROMIUM_PATH
  }
  const folders = PATH.split(delimiter).filter((folder) => folder !== '')
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
