import { html } from '../html.js'
import type { Session } from '../sessions.js'
import { TEXTS, type Texts } from '../texts.js'
import { page } from './layout.js'

/** A page that says one thing. */
export function messagePage(session: Session, message: keyof Texts): string {
  const texts = TEXTS[session.language]
  return page(session, {
    title: texts[message],
    path: '/',
    content: html`<section class="card result"><h1>${texts[message]}</h1><a class="button" href="/">${texts.back}</a></section>`
  })
}
