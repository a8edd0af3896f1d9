import type { BrowserContextOptions } from 'playwright-core'

/** What the pages are looked at with. */
export type Device = { name: 'phone' | 'desktop'; options: BrowserContextOptions }

export const DEVICES: readonly Device[] = [
  {
    name: 'phone',
    options: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'id-ID' }
  },
  { name: 'desktop', options: { viewport: { width: 1280, height: 800 }, locale: 'id-ID' } }
]
