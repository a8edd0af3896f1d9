/** Has this text UTF-8 of its own? Half a surrogate pair has none: encoders put U+FFFD in its place. */
export function isWellFormed(text: string): boolean {
  return (text as string & { isWellFormed(): boolean }).isWellFormed()
}
