import { html, type Markup } from '../html/html.js'
import { queryText, type Visit } from '../visits/visit.js'

/** A part of a long list, and the way to the others. */
export type Part<Item> = { shown: readonly Item[]; paging: Markup | undefined }

/** Cuts out the page of a list that the address asks for, by `page`: 1, 2, 3, …. */
export function partOf<Item>(visit: Visit, items: readonly Item[], size = 50): Part<Item> {
  const last = Math.max(1, Math.ceil(items.length / size))
  const asked = visit.query.get('page') ?? '1'
  const page = /^[1-9]\d{0,6}$/.test(asked) ? Math.min(Number(asked), last) : 1
  const shown = items.slice((page - 1) * size, page * size)
  if (last === 1) return { shown, paging: undefined }
  const { texts } = visit
  const previous = page > 1 && html`<a rel="prev" href="${addressOf(visit, page - 1)}">‹ ${texts.previousPage}</a>`
  const next = page < last && html`<a rel="next" href="${addressOf(visit, page + 1)}">${texts.nextPage} ›</a>`
  return {
    shown,
    paging: html`<nav class="paging" aria-label="${texts.paging}"><span>${previous}</span><span class="muted">${texts.pageOf(page, last)}</span><span>${next}</span></nav>`
  }
}

function addressOf({ request }: Visit, page: number): string {
  const query = new URLSearchParams(queryText(request))
  query.set('page', String(page))
  return `${request.url.split('?', 1)[0]}?${query}`
}
