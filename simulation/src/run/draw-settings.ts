import type { BankMode } from '../parties/bank-book.js'
import type { Random } from '../world/random.js'
import { drawAnything } from './draw-anything.js'
import { ABOUT, type Focus, WEIGHTS } from './focuses.js'
import type { Settings } from './settings.js'

export function drawSettings(random: Random, mode?: BankMode, focus?: Focus): Settings {
  const settings = drawAnything(random, mode)
  return ABOUT[focus ?? random.weigh(WEIGHTS)](settings, random)
}
