/**
 * That many decimal digits. They only tell two URLs of one millisecond apart, so they need not be hard to guess, and code
 * that fixes `Math.random` finds them fixed, as in dana-node.
 */
export function randomDigits(count: number): string {
  return Math.floor(Math.random() * 10 ** count)
    .toString()
    .padStart(count, '0')
}
