import { createHash } from 'node:crypto'
import { ICON } from './icon.js'
import { SCRIPT } from './script.js'
import { STYLESHEET } from './stylesheet.js'

/** A file that the pages need, under a name that changes with what is in it, so that browsers may keep it for ever. */
export type Asset = { path: string; type: string; text: string }

export const ASSETS = {
  stylesheet: asset('sandbox', 'css', 'text/css; charset=utf-8', STYLESHEET),
  script: asset('sandbox', 'js', 'text/javascript; charset=utf-8', SCRIPT),
  icon: asset('icon', 'svg', 'image/svg+xml', ICON)
}

function asset(name: string, extension: string, type: string, text: string): Asset {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return { path: `/assets/${name}-${hash}.${extension}`, type, text }
}
