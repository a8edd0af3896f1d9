/**
 * Says what a cell contains that nobody can see, or undefined. Free text may have lines and tabs.
 */
export function findUnprintable(text: string, isFreeText: boolean): string | undefined {
  if (text.includes('\uFFFD')) return 'has bytes that are no UTF-8 text: save the file as "CSV UTF-8"'
  if (!isFreeText && text.includes('\n')) return 'has a line break in it: is a double quote missing or one too many?'
  const unwanted = isFreeText ? /(?![\n\t])\p{Cc}/u : /(?!\t)[\p{Cc}\p{Cf}]/u
  const character = unwanted.exec(text)?.[0]
  if (character === undefined) return undefined
  return `has an invisible character in it (U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}): type the cell again`
}
