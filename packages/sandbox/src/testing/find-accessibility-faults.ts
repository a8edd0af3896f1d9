import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe-core calls serious or worse of a page as it stands, one line each; and how far it reaches beyond the screen's side. */
export async function findAccessibilityFaults(page: Page): Promise<string[]> {
  // Not as a script of the page, which its policy would refuse.
  await page.evaluate(axe.source)
  const { violations } = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as axe.AxeResults
  const faults = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`))
  const { scrollWidth, clientWidth } = (await page.evaluate(
    '({ scrollWidth: document.documentElement.scrollWidth, clientWidth: document.documentElement.clientWidth })'
  )) as { scrollWidth: number; clientWidth: number }
  return scrollWidth > clientWidth ? [...faults, `too-wide: ${scrollWidth} of ${clientWidth} pixels`] : faults
}
