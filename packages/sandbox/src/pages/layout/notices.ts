import { type Content, html, type Markup } from '../html/html.js'

/** What went wrong, where screen readers say it at once. The place is there even without an error. */
export function errorNotice(text: string | undefined): Markup {
  return html`<div class="alert" role="alert" aria-live="assertive" id="error">${text !== undefined && html`<p class="notice notice-bad">${text}</p>`}</div>`
}

/** Words of the API, the engine or the network, which are English on every page. */
export function inEnglish(text: string): Markup {
  return html`<span lang="en">${text}</span>`
}

export function warning(content: Content): Markup {
  return html`<p class="notice notice-warn">${content}</p>`
}
