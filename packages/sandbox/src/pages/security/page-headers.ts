/**
 * What every page is sent with. Nothing is loaded that the sandbox does not serve, no other page frames it, nothing of it is
 * kept, and no address of it (a checkout address holds an OTT) goes to another site. Not `no-referrer`, with which browsers call
 * the origin of our own forms `null`.
 *
 * @param leadsElsewhere whether a form of the page ends at the merchant: browsers hold `form-action` against redirects too, and
 *   where the merchant's page redirects to is not ours to know
 */
export function pageHeaders({ leadsElsewhere }: { leadsElsewhere: boolean }): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    leadsElsewhere ? "form-action 'self' http: https:" : "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'"
  ]
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store'
  }
}
