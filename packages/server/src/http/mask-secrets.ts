/**
 * Hides what a text must not give away before it is logged: API keys and webhook secrets but for their kind, and long
 * numbers (accounts, phones) but for their last four digits.
 *
 * @example
 * maskSecrets('dp_test_AbC… for account 8422647') // 'dp_test_*** for account ***2647'
 */
export function maskSecrets(text: string): string {
  return text
    .replace(/(dp_test_|dp_live_|whsec_)[A-Za-z0-9+/=%]+/g, '$1***')
    .replace(/\b(Basic|Bearer) +[A-Za-z0-9+/=._-]+/gi, '$1 ***')
    .replace(/(?<![A-Za-z0-9_])\d{3,}(\d{4})(?![A-Za-z0-9_])/g, '***$1')
}

/** Masks a value known to be an account number: the last four digits stay, of a short one nothing. */
export function maskAccountNumber(value: unknown): string {
  const text = String(value)
  return text.length > 4 ? `***${text.slice(-4)}` : '***'
}
