/**
 * A phone number as people say it: `0838 1122 3355`.
 *
 * @param phone as accounts are kept under, 628…
 */
export function formatPhone(phone: string): string {
  const [, first = '', second = '', third = ''] = /^(\d{4})(\d{0,4})(\d*)$/.exec(phone.replace(/^62/, '0')) ?? []
  return first === '' ? phone : [first, second, third].filter((part) => part !== '').join(' ')
}
