import axe from 'axe-core'
import type { Page } from 'playwright-core'

const SCREENS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } }

/**
 * What axe-core calls serious or worse of a page as it stands, on a phone's screen and on a desktop's, one line each; and how
 * far it reaches beyond the screen's side. The page is left as wide as a desktop.
 */
export async function findAccessibilityFaults(page: Page): Promise<string[]> {
  // Not as a script of the page, which its policy would refuse.
  await page.evaluate(axe.source)
  const faults: string[] = []
  for (const [screen, size] of Object.entries(SCREENS)) {
    await page.setViewportSize(size)
    const seen = (await page.evaluate(LOOK)) as { violations: axe.Result[]; scrollWidth: number; clientWidth: number }
    const { violations, scrollWidth, clientWidth } = seen
    for (const { id, impact, help, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        faults.push(...nodes.map(({ html }) => `${id} (${screen}): ${help}: ${html.slice(0, 160)}`))
    if (scrollWidth > clientWidth) faults.push(`too-wide (${screen}): ${scrollWidth} of ${clientWidth} pixels`)
  }
  return faults
}

const LOOK = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => {
  const { scrollWidth, clientWidth } = document.documentElement
  return { violations, scrollWidth, clientWidth }
})`
