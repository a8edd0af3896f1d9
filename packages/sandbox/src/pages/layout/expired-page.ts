import { html } from '../html/html.js'
import type { Visit } from '../visits/visit.js'
import type { Page } from './send-page.js'

/** For a form of a session that has ended, or of none: nothing was done. */
export function expiredPage({ texts }: Visit): Page {
  return messagePage(403, texts.expiredTitle, texts.expiredText)
}

export function messagePage(status: number, title: string, text: string): Page {
  return {
    title,
    status,
    body: html`<section class="card"><header><h1>${title}</h1></header><p class="notice notice-bad" role="alert">${text}</p></section>`
  }
}
