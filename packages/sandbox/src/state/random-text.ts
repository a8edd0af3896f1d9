/** Random bytes, as many as asked for. */
export type Random = (byteCount: number) => Uint8Array

/** Text of letters, digits, `-` and `_`: nothing a URL or DANA's rule for codes (no `&`, no `=`) objects to. */
export function randomText(random: Random, length: number): string {
  return Buffer.from(random(Math.ceil((length * 3) / 4)))
    .toString('base64url')
    .slice(0, length)
}

/** Random decimal digits. */
export function randomDigits(random: Random, length: number): string {
  let digits = ''
  // Bytes from 250 on would make some digits likelier than others; a source that gives nothing else gets zeros in the end.
  for (let round = 0; digits.length < length && round < 64; round++) {
    for (const byte of random(length)) if (byte < 250) digits += byte % 10
  }
  return digits.padEnd(length, '0').slice(0, length)
}
