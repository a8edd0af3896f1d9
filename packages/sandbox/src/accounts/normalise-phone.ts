/**
 * A phone number as accounts are kept under: digits, the country first.
 *
 * @param phone as 08…, 8…, 628… or +628…, with spaces, dots, brackets or dashes
 * @returns 628…, or undefined when this is no Indonesian mobile number
 *
 * @example
 * normalisePhone('0838-1122-3355') // '6283811223355'
 */
export function normalisePhone(phone: string): string | undefined {
  if (typeof phone !== 'string' || phone.length > 40) return undefined
  const digits = phone.replace(/[\s().-]/g, '')
  const match = /^(?:\+?62|0)?(8\d{7,12})$/.exec(digits)
  return match === null ? undefined : `62${match[1]}`
}
