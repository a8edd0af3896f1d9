/** What `npm audit` says: what it found; or that it could not ask, which says nothing about the packages. */
export type AuditFindings = { kind: 'found'; faults: string[] } | { kind: 'not_asked'; reason: string }

type Advisory = { title?: string; url?: string; range?: string }
type AuditAnswer = {
  error?: { summary?: string; detail?: string }
  message?: string
  vulnerabilities?: Record<string, { severity: string; via: (string | Advisory)[]; fixAvailable: unknown }>
}

/**
 * Reads what `npm audit --json` printed.
 *
 * @returns a line for each package at fault, with each advisory that it has of its own
 *
 * @example
 * readAudit('{"vulnerabilities": {}}') // { kind: 'found', faults: [] }
 */
export function readAudit(printed: string): AuditFindings {
  const answer = parse(printed)
  if (answer === undefined) return { kind: 'not_asked', reason: printed.trim().slice(0, 200) || 'npm printed nothing' }
  if (answer.vulnerabilities === undefined) {
    const reason = answer.error?.summary || answer.error?.detail || answer.message || 'the answer has no list of packages'
    return { kind: 'not_asked', reason }
  }
  const faults = Object.entries(answer.vulnerabilities).map(([name, { severity, via, fixAvailable }]) => {
    const advisories = via.map((one) => (typeof one === 'string' ? `by ${one}` : `${one.title} ${one.url} (${one.range})`))
    return `${name}: ${severity}: ${advisories.join('; ')}; ${fixAvailable === false ? 'no fix yet' : 'npm audit fix'}`
  })
  return { kind: 'found', faults }
}

function parse(printed: string): AuditAnswer | undefined {
  try {
    return JSON.parse(printed) as AuditAnswer
  } catch {
    return undefined
  }
}
