import { randomInt } from 'node:crypto'
import { formatJakartaTime } from '@arus/snap-bi'

/** A number of DANA's for what leaves no trace: digits, the date first, as long as an order's. */
export function makeReferenceNo(now: number): string {
  const date = formatJakartaTime(now).slice(0, 10).replaceAll('-', '')
  return `${date}111212800100166${String(randomInt(10 ** 9)).padStart(9, '0')}`
}
