/** A page, where the browser ended up. */
export type Page = { url: string; status: number; text: string }

/** A browser without scripts, over HTTP. */
export type Browser = {
  /** Follows redirects, as long as they stay on the sandbox. */
  open(url: string): Promise<Page>
  /** Sends the form of a page whose address ends so. */
  submit(page: Page, actionEnd: string, fields?: Record<string, string>): Promise<Page>
}

/** Opens a browser that has no cookies. */
export function openBrowser(): Browser {
  const cookies = new Map<string, string>()
  const visit = async (url: string, init: RequestInit = {}): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      cookies.set(name!, value!)
    }
    const location = response.headers.get('location')
    const text = await response.text()
    if (location === null) return { url, status: response.status, text }
    const next = new URL(location, url)
    return next.origin === new URL(url).origin ? visit(next.href) : { url: next.href, status: response.status, text: '' }
  }
  return {
    open: (url) => visit(url),
    async submit(page, actionEnd, fields = {}) {
      const form = formsOf(page.text).find(({ action }) => action.endsWith(actionEnd))
      if (form === undefined) throw new Error(`no form for …${actionEnd} on ${page.url} (${page.status})`)
      const { origin } = new URL(page.url)
      return visit(new URL(form.action, page.url).href, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
        body: new URLSearchParams({ ...form.hidden, ...fields }).toString()
      })
    }
  }
}

function formsOf(text: string): { action: string; hidden: Record<string, string> }[] {
  return [...text.matchAll(/<form method="post" action="([^"]*)".*?<\/form>/gs)].map(([form, action]) => ({
    action: action!.replaceAll('&amp;', '&'),
    hidden: Object.fromEntries(
      [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name, value]) => [name!, value!])
    )
  }))
}

/** Binds an account on the pages. @returns the code that the merchant is sent */
export async function bindOnPages(oauthUrl: string, { phone, pin }: { phone: string; pin: string }): Promise<string> {
  const browser = openBrowser()
  const asked = await browser.submit(await browser.open(oauthUrl), '/phone', { phone })
  const consented = await browser.submit(asked, '/consent')
  const { url } = await browser.submit(consented, '/pin', { pin })
  const authCode = new URL(url).searchParams.get('authCode')
  if (authCode === null) throw new Error(`the binding ended at ${url}`)
  return authCode
}

/** Whether a page says that the order is paid by this very press of the button. */
export function saysPaid({ text }: Page): boolean {
  return text.includes('sdetfe-lbl-success-payment')
}
