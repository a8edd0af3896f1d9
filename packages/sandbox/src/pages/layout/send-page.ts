import type { FastifyReply } from 'fastify'
import { ASSETS } from '../assets/assets.js'
import { type Content, html, type Markup } from '../html/html.js'
import { pageHeaders } from '../security/page-headers.js'
import type { Language } from '../texts/texts.js'
import { queryText, type Visit } from '../visits/visit.js'

/** A page without its frame. */
export type Page = {
  title: string
  body: Content
  status?: number
  /** For `main`: which layout it takes. */
  className?: string
  /** Whether a form of it may end at the merchant. */
  leadsElsewhere?: boolean
}

/** Sends a page that customers see. */
export function sendPage(visit: Visit, page: Page): FastifyReply {
  return send(visit, page, {
    audience: 'customer',
    header: html`<div class="top"><span class="mark"><img src="${ASSETS.icon.path}" alt=""><b>Arus <span>Sandbox</span></b></span>${languageSwitch(visit)}</div>`
  })
}

/** Sends a page that the developer sees. */
export function sendDeveloperPage(visit: Visit, page: Page): FastifyReply {
  const { developer } = visit.texts
  const path = visit.request.url.split('?', 1)[0]!
  const menu = Object.entries(developer.menu).map(([name, text]) => {
    const address = name === 'overview' ? '/_sandbox/' : `/_sandbox/${name}`
    const isHere = name === 'overview' ? path === address : path.startsWith(address)
    return html`<li><a href="${address}"${isHere && html` aria-current="page"`}>${text}</a></li>`
  })
  const notice = visit.session.data.notice
  delete visit.session.data.notice
  const shown = html`<div class="alert" role="status" aria-live="polite">${notice && html`<p class="notice ${notice.good ? 'notice-good' : 'notice-bad'}"${notice.isEnglish === true && html` lang="en"`}>${notice.text}</p>`}</div>`
  return send(
    visit,
    { ...page, body: [notice && shown, page.body] },
    {
      audience: 'developer',
      header: html`<div class="top"><a class="mark" href="/_sandbox/"><img src="${ASSETS.icon.path}" alt=""><b>Arus <span>Sandbox</span></b></a>${languageSwitch(visit)}</div><nav class="menu" aria-label="${developer.menuLabel}"><ul>${menu}</ul></nav>`
    }
  )
}

function send(visit: Visit, page: Page, { audience, header }: { audience: string; header: Markup }): FastifyReply {
  const { texts, language, reply } = visit
  const document = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${page.title} · Arus Sandbox</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="theme-color" content="#1c1c56">
<link rel="icon" href="${ASSETS.icon.path}" type="image/svg+xml">
<link rel="stylesheet" href="${ASSETS.stylesheet.path}">
<script src="${ASSETS.script.path}" defer></script>
</head>
<body class="${audience}">
<a class="skip-link" href="#content">${texts.skip}</a>
<header class="page-header"><div class="sandbox-banner"><strong>${texts.banner}</strong><span>${texts.bannerNote}</span></div>${header}</header>
<main id="content" tabindex="-1"${page.className !== undefined && html` class="${page.className}"`}>${page.body}</main>
<footer>${texts.footer}</footer>
</body>
</html>
`
  return reply
    .status(page.status ?? 200)
    .headers(pageHeaders({ leadsElsewhere: page.leadsElsewhere ?? false }))
    .send(String(document))
}

function languageSwitch(visit: Visit): Markup {
  const links = (['id', 'en'] as const).map((language) => {
    const isHere = language === visit.language
    const name = language === 'id' ? 'Bahasa Indonesia' : 'English'
    return html`<a href="${addressIn(visit, language)}" lang="${language}" hreflang="${language}" aria-label="${language.toUpperCase()}, ${name}"${isHere && html` aria-current="true"`}>${language.toUpperCase()}</a>`
  })
  return html`<nav class="languages" aria-label="Bahasa / Language">${links}</nav>`
}

/** This page in another language. A page that answered a form is left for the form's own page, which `GET` has too. */
function addressIn({ request }: Visit, language: Language): string {
  const query = new URLSearchParams(queryText(request))
  query.set('lang', language)
  return `${request.url.split('?', 1)[0]}?${query}`
}
