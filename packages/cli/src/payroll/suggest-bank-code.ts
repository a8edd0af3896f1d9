/**
 * Finds the known bank code that a mistyped one was meant to be: at most two letters away.
 *
 * @example
 * suggestBankCode('bcaa', ['bca', 'bni']) // 'bca'
 */
export function suggestBankCode(text: string, bankCodes: Iterable<string>): string | undefined {
  let best: { code: string; distance: number } | undefined
  for (const code of bankCodes) {
    const distance = countEdits(text, code)
    // Two edits turn any code of three letters into most others, so a short code allows one.
    if (distance <= (code.length <= 4 ? 1 : 2) && (best === undefined || distance < best.distance)) best = { code, distance }
  }
  return best?.code
}

/** How many letters must be put in, taken out or changed; more than 2 is told as 3. */
function countEdits(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 2) return 3
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const changed = previous[column - 1]! + (left[row - 1] === right[column - 1] ? 0 : 1)
      current.push(Math.min(changed, previous[column]! + 1, current[column - 1]! + 1))
    }
    previous = current
  }
  return Math.min(3, previous[right.length]!)
}
