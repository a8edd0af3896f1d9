import type { Checked } from '../payroll/check-account-number.js'

/** How dates are read that do not say all of it themselves. */
export type MomentRules = {
  /** Of times that name no zone, such as `+07:00`. */
  offset: string
  /** Whether `07/08/2026` is the seventh of August. Undefined: nobody said so. */
  isDayFirst: boolean
}

/**
 * Reads a date, with or without a time of day, exactly or not at all: `2026-07-31`, `2026-07-31 10:11:12`, RFC 3339, and
 * day-first dates (`31/07/2026`) where somebody said that they are.
 *
 * @returns milliseconds since 1970; a date alone is the day's beginning
 *
 * @example
 * readMoment('2026-07-31', '10:11', { offset: '+07:00', isDayFirst: false }) // { value: … }
 */
export function readMoment(date: string, time: string, { offset, isDayFirst }: MomentRules): Checked<number> {
  const shown = JSON.stringify(date.slice(0, 40))
  if (date === '') return { problem: 'is empty' }
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](.+))?$/.exec(date) ?? turnRound(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: (.+))?$/.exec(date))
  if (match === undefined) return { problem: `${shown} is not a date: write it like 2026-07-31` }
  const [, year, month, day, rest] = match
  if (date.indexOf(year!) !== 0 && !isDayFirst) {
    return { problem: `${shown} can be day or month first: say --day-first if the day is, or write it like 2026-07-31` }
  }
  if (rest !== undefined && time !== '') return { problem: `${shown} has a time of day, and the column for the time has one too` }
  const clock = readClock(rest ?? (time === '' ? '00:00' : time), offset)
  if (clock === undefined) return { problem: `${JSON.stringify(rest ?? time)} is not a time of day: write it like 10:11:12` }
  const text = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  const moment = Date.parse(`${text}T${clock}`)
  // Of 31 February JavaScript makes 3 March.
  const isReal = !Number.isNaN(moment) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
  return isReal ? { value: moment } : { problem: `${shown} is no day of the calendar` }
}

/** Day, month, year to year, month, day. */
function turnRound(match: RegExpExecArray | null): (string | undefined)[] | undefined {
  return match === null ? undefined : [match[0], match[3], match[2], match[1], match[4]]
}

function readClock(text: string, offset: string): string | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,6})?)? ?(Z|[+-]\d{2}:?\d{2})?$/.exec(text)
  if (match === null) return undefined
  const [, hours, minutes, seconds = '00', fraction = '', zone = offset] = match
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  return `${hours!.padStart(2, '0')}:${minutes}:${seconds}${fraction}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`
}
