/**
 * Where the browser goes when a binding has ended: the merchant's address, whose query and fragment are kept, and what came of it.
 *
 * @param answer `responseCode` and the like, in this order; what is undefined is left out
 */
export function bindingReturnUrl(redirectUrl: string, answer: Readonly<Record<string, string | undefined>>): string {
  const [address, fragment] = splitAt(redirectUrl, '#')
  const pairs = Object.entries(answer).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`]
  )
  const separator = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&'
  return `${address}${separator}${pairs.join('&')}${fragment}`
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)]
}
