import { Html, html } from '../html.js'
import type { Session } from '../sessions.js'
import { TEXTS } from '../texts.js'

/** A whole page. `path` is where it is, for the language switch. */
export function page(session: Session, { title, path, content }: { title: string; path: string; content: Html }): string {
  const texts = TEXTS[session.language]
  const { notice } = session
  session.notice = undefined
  const other = session.language === 'id' ? 'en' : 'id'
  return `<!doctype html>${
    html`<html lang="${session.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Toko Arus</title>
<link rel="stylesheet" href="/shop.css">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#content">${texts.skip}</a>
<header class="top">
<a class="brand" href="/">${LOGO}<span>Toko Arus</span></a>
<nav aria-label="${session.language === 'id' ? 'Bahasa' : 'Language'}">
<a class="language" href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${other === 'en' ? 'English' : 'Indonesia'}</a>
</nav>
</header>
<main id="content">
${notice !== undefined && html`<p class="notice" role="status">${texts[notice]}</p>`}
${content}
</main>
<footer class="foot">Toko Arus · ${session.language === 'id' ? 'toko contoh, bukan toko sungguhan' : 'an example, no real shop'}</footer>
</body>
</html>`.text
  }`
}

const LOGO = new Html(
  `<svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true"><circle cx="16" cy="16" r="16" fill="#7a4a2b"/>
<path d="M8 13h13v5a6 6 0 0 1-6 6h-1a6 6 0 0 1-6-6z" fill="#fff8ee"/><path d="M21 14h2a2.5 2.5 0 0 1 0 5h-2" fill="none" stroke="#fff8ee" stroke-width="2"/>
<path d="M12 10c-1-2 1-2 0-4M17 10c-1-2 1-2 0-4" fill="none" stroke="#f3d9b1" stroke-width="1.6" stroke-linecap="round"/></svg>`
)
