import { DIFFERENCES, type Difference } from '../differences.js'

/** The page for those who come from dana-node. */
export const MIGRATION_PAGE: URL = new URL('../../../../docs/migrate-from-dana-node.md', import.meta.url)

const MARKERS = /(<!-- differences: [^\n]*-->\n).*?(<!-- \/differences -->)/s

/**
 * Puts the table of differences into the page, between its markers.
 *
 * @throws {Error} when the page has no markers
 */
export function withDifferences(page: string): string {
  if (!MARKERS.test(page)) throw new Error('the page has no place for the table of differences')
  return page.replace(MARKERS, (_, start: string, end: string) => `${start}\n${writeTable(DIFFERENCES)}\n\n${end}`)
}

function writeTable(differences: readonly Difference[]): string {
  const rows = differences.map(({ topic, danaNode, arus, why }) => [topic, danaNode, arus, why])
  const head = ['what', 'dana-node 2.1.10', '@arus/dana', 'because']
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(escapeCell).join(' | ')} |`).join('\n')
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|')
}
