/**
 * Splits a simple command of the shell into its words: quotes, and a backslash before a quote, a blank or the end of a
 * line. Enough for the guide's curl lines where there is no shell that could run them.
 *
 * @example
 * splitShellWords(`curl -H 'content-type: application/json' \\\n -X POST`) // ['curl', '-H', 'content-type: application/json', …]
 */
export function splitShellWords(command: string): string[] {
  const word = /(?:\\\n|\s)*((?:'[^']*'|"[^"]*"|\\[^\n]|[^\s'"\\])+)/y
  const words: string[] = []
  for (let match = word.exec(command); match !== null; match = word.exec(command)) {
    words.push(match[1]!.replace(/'([^']*)'|"([^"]*)"|\\(.)/gs, (_all, single, double, escaped) => single ?? double ?? escaped))
  }
  return words
}
