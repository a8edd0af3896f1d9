/** What the developer sees under /_sandbox/. On a phone every row of a table is a block, each cell with its column's name. */
export const DEVELOPER_STYLE = `
.developer .top { background: var(--surface); }
.developer .menu { background: var(--surface); border-bottom: 1px solid var(--line); overflow-x: auto; scrollbar-width: none; }
.developer .menu ul { display: flex; gap: 2px; padding: 0 12px; width: max-content; }
.developer .menu a { display: block; padding: 11px 12px; color: var(--muted); text-decoration: none; font-size: .9375rem; border-bottom: 3px solid transparent; }
.developer .menu a:hover { color: var(--ink); }
.developer .menu a:focus-visible { outline-offset: -3px; }
.developer .menu a[aria-current] { color: var(--brand-dark); font-weight: 600; border-color: var(--brand); }
.developer main { width: 100%; max-width: 1180px; margin: 0 auto; padding: 20px 16px 48px; display: grid; gap: 20px; align-content: start; flex: 1; grid-template-columns: minmax(0, 1fr); }
.developer footer { padding: 16px 20px 24px; font-size: .8125rem; color: var(--muted); text-align: center; }
.page-title { display: grid; gap: 4px; }
.panel { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 16px; display: grid; gap: 14px; grid-template-columns: minmax(0, 1fr); align-content: start; }
.panels { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
.figures { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px; }
.figure { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 14px 16px; text-decoration: none; color: inherit; display: grid; gap: 2px; }
.figure strong { font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.figure span { color: var(--muted); font-size: .875rem; }
a.figure:hover { border-color: var(--brand); }
.developer .facts > div { border-bottom: 1px solid var(--line); padding-bottom: 8px; }
.developer .facts > div:last-child { border: 0; padding: 0; }
.developer .facts dd { font-size: .9375rem; }
.developer code, .developer pre, .code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .8125rem; overflow-wrap: anywhere; }
.developer pre { white-space: pre-wrap; background: var(--ground); border-radius: 10px; padding: 12px; max-height: 420px; overflow: auto; }

table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
.developer .table-frame { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; }
caption { text-align: left; }
thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
tbody tr { display: grid; gap: 6px; padding: 14px 16px; border-bottom: 1px solid var(--line); }
tbody tr:last-child { border-bottom: 0; }
td, tbody th { display: flex; justify-content: space-between; gap: 16px; text-align: right; overflow-wrap: anywhere; min-width: 0; font-weight: 400; }
td::before, tbody th::before { content: attr(data-column); color: var(--muted); flex: none; font-size: .875rem; text-align: left; }
td > *, tbody th > * { min-width: 0; }
td:has(> span:empty) { display: none; }
.empty { padding: 22px 16px; color: var(--muted); text-align: center; }

.tag { display: inline-block; padding: 1px 9px; border-radius: 99px; font-size: .8125rem; font-weight: 600; background: var(--ground); color: var(--muted); white-space: nowrap; }
.tag-good { background: var(--good-soft); color: var(--good); }
.tag-bad { background: var(--bad-soft); color: var(--bad); }
.tag-warn { background: var(--warn-soft); color: var(--warn); }
.developer .btn { min-height: 42px; padding: 8px 14px; border-radius: 10px; font-size: .9375rem; }
.developer .field input, .developer .field select { min-height: 42px; padding: 8px 12px; border-radius: 10px; font-size: .9375rem; }
details.panel { display: block; }
.stack { display: grid; gap: 14px; }
.tag-text { display: inline-block; padding: 3px 10px; border-radius: 9px; font-size: .875rem; line-height: 1.4; }
.developer .btn { white-space: nowrap; }
.form-row { display: grid; gap: 12px; align-items: end; }
.inline-form { display: inline-flex; gap: 8px; }
.actions { display: flex; flex-wrap: wrap; gap: 10px; align-items: end; }
.timeline { display: grid; }
.timeline li { position: relative; padding: 0 0 16px 24px; display: grid; }
.timeline li::before { content: ""; position: absolute; left: 4px; top: 7px; width: 10px; height: 10px; border-radius: 50%; background: var(--brand); }
.timeline li::after { content: ""; position: absolute; left: 8px; top: 20px; bottom: -4px; width: 2px; background: var(--line); }
.timeline li:last-child { padding-bottom: 0; }
.timeline li:last-child::after { display: none; }
details > summary { cursor: pointer; padding: 6px 0; font-weight: 600; }
details[open] > summary { margin-bottom: 8px; }
.attempt { border: 1px solid var(--line); border-radius: 12px; padding: 12px 14px; display: grid; gap: 10px; grid-template-columns: minmax(0, 1fr); }

@media (min-width: 860px) {
  .developer .top, .developer .menu ul { max-width: 1180px; margin: 0 auto; width: 100%; }
  .developer .top { background: none; }
  .developer .menu ul { padding: 0 4px; }
  .developer .page-header { background: var(--surface); }
  .figures { grid-template-columns: repeat(4, minmax(0, 1fr)); }
  .panels { grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: start; }
  .form-row { grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); }
  .form-row > .btn { justify-self: start; }
  .developer .table-frame { overflow-x: auto; }
  thead { position: static; width: auto; height: auto; clip-path: none; }
  thead th { text-align: left; font-weight: 600; font-size: .8125rem; color: var(--muted); padding: 10px 14px; border-bottom: 1px solid var(--line); white-space: nowrap; }
  tbody tr { display: table-row; }
  td, tbody th { display: table-cell; text-align: left; padding: 11px 14px; border-bottom: 1px solid var(--line); vertical-align: top; }
  tbody tr:last-child > * { border-bottom: 0; }
  td::before, tbody th::before { content: none; }
  td, td:has(> span:empty) { display: table-cell; }
  td, tbody th { overflow-wrap: normal; }
  .cell-amount { text-align: right; white-space: nowrap; }
  thead .cell-amount { text-align: right; }
}
.cell-amount { font-variant-numeric: tabular-nums; }
`
