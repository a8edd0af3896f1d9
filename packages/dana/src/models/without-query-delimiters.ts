/** Catches an authorization code that was cut out of the redirect's URL with what follows it. */
export function withoutQueryDelimiters(field: string, value: string): string | undefined {
  return /[&=]/.test(value) ? `${field} must not contain URL query delimiter characters ('&' or '=')` : undefined
}
