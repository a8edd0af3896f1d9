import type { Language } from './texts.js'

const FORMATS = new Map<string, Intl.DateTimeFormat>()

/** A moment in Jakarta, as people write it: `15 Jan 2026, 10.04 WIB`. */
export function formatTime(epochMs: number, language: Language, { withSeconds = false }: { withSeconds?: boolean } = {}): string {
  const key = `${language} ${withSeconds}`
  const format = FORMATS.get(key) ?? makeFormat(language, withSeconds)
  FORMATS.set(key, format)
  return `${format.format(epochMs)} WIB`
}

function makeFormat(language: Language, withSeconds: boolean): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: 'Asia/Jakarta',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(withSeconds ? { second: '2-digit' } : {})
  })
}
