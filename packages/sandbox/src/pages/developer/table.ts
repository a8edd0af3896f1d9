import { type Content, html, type Markup } from '../html/html.js'

/** A column's heading, and what a row has in it. */
export type Column<Row> = { name: string; isAmount?: boolean; cell: (row: Row) => Content }

/** A table that is read as cards on a phone: every cell knows its column's name. */
export function table<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[], empty: string): Markup {
  if (rows.length === 0) return html`<div class="table-frame"><p class="empty">${empty}</p></div>`
  const className = ({ isAmount }: Column<Row>) => isAmount === true && html` class="cell-amount"`
  const head = columns.map((column) => html`<th scope="col"${className(column)}>${column.name}</th>`)
  const body = rows.map(
    (row) =>
      html`<tr>${columns.map((column) => html`<td data-column="${column.name}"${className(column)}><span>${column.cell(row)}</span></td>`)}</tr>`
  )
  return html`<div class="table-frame" role="region" aria-label="${caption}" tabindex="0"><table><caption class="visually-hidden">${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}

/** Names and values beneath each other. What has no value is left out. */
export function facts(pairs: readonly (readonly [name: string, value: Content])[]): Markup {
  const shown = pairs.filter(([, value]) => !isEmpty(value))
  return html`<dl class="facts">${shown.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

function isEmpty(value: Content): boolean {
  return value === undefined || value === false || value === '' || (Array.isArray(value) && value.length === 0)
}

export type Mood = 'good' | 'bad' | 'warn' | 'plain'

export function tag(text: string, mood: Mood): Markup {
  return html`<span class="tag tag-${mood}">${text}</span>`
}
