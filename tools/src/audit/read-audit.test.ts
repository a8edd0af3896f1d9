import { describe, expect, it } from 'vitest'
import { readAudit } from './read-audit.js'

describe('readAudit', () => {
  it('finds nothing where no package is at fault', () => {
    expect(readAudit('{"auditReportVersion": 2, "vulnerabilities": {}, "metadata": {}}')).toEqual({ kind: 'found', faults: [] })
  })

  it('names each package at fault, why, and whether there is a fix', () => {
    const advisory = { title: 'Prototype pollution', url: 'https://github.com/advisories/GHSA-1', range: '<2.0.1' }
    const vulnerabilities = {
      parser: { severity: 'high', via: [advisory], fixAvailable: true },
      framework: { severity: 'high', via: ['parser'], fixAvailable: false }
    }
    expect(readAudit(JSON.stringify({ vulnerabilities }))).toEqual({
      kind: 'found',
      faults: [
        'parser: high: Prototype pollution https://github.com/advisories/GHSA-1 (<2.0.1); npm audit fix',
        'framework: high: by parser; no fix yet'
      ]
    })
  })

  it.each([
    ['{"message": "405 Method Not Allowed", "error": {"summary": "", "detail": ""}}', '405 Method Not Allowed'],
    ['{"error": {"code": "ENOTFOUND", "summary": "getaddrinfo failed", "detail": ""}}', 'getaddrinfo failed'],
    ['{}', 'the answer has no list of packages'],
    ['Service Unavailable\n', 'Service Unavailable'],
    ['', 'npm printed nothing']
  ])('takes no answer for a clean one: %s', (printed, reason) => {
    expect(readAudit(printed)).toEqual({ kind: 'not_asked', reason })
  })
})
