/** Colours, text, buttons, fields and notices, which all pages share. Every text colour has a contrast of 4.5 or more. */
export const BASE_STYLE = `
:root {
  --ink: #171a2e; --muted: #525873; --line: #dcdfec; --surface: #fff; --ground: #f2f3fa;
  --brand: #3b3bb3; --brand-dark: #2a2a86; --brand-soft: #ecedfd; --night: #1c1c56;
  --good: #0a6844; --good-soft: #e2f5ea; --bad: #a8231c; --bad-soft: #fdeceb; --warn: #614000; --warn-soft: #fff0cc;
  --radius: 14px; --shadow: 0 1px 2px rgb(23 26 46 / 8%), 0 8px 28px rgb(23 26 46 / 8%);
  color-scheme: light;
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column;
  background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
}
h1, h2, h3, p, ul, ol, dl, dd, figure, pre { margin: 0; }
ul, ol { padding: 0; list-style: none; }
h1 { font-size: 1.375rem; line-height: 1.25; letter-spacing: -.01em; }
h2 { font-size: 1.0625rem; line-height: 1.35; }
a { color: var(--brand); text-underline-offset: 3px; }
button, input, select, textarea { font: inherit; color: inherit; }
:focus-visible { outline: 3px solid #7a7af0; outline-offset: 2px; border-radius: 6px; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip-link { position: absolute; left: 12px; top: -60px; padding: 10px 14px; background: var(--surface); z-index: 3; border-radius: 8px; }
.skip-link:focus { top: 8px; }
.muted { color: var(--muted); }
.small { font-size: .875rem; }
.number { font-variant-numeric: tabular-nums; }

.sandbox-banner {
  display: flex; flex-wrap: wrap; justify-content: center; align-items: center; gap: 0 10px; padding: 5px 16px;
  background: #ffdf8f; color: #4a3000; font-size: .8125rem; line-height: 1.5; text-align: center;
}
.sandbox-banner strong { letter-spacing: .09em; text-transform: uppercase; font-size: .75rem; }
.top { display: flex; align-items: center; justify-content: space-between; gap: 16px; padding: 12px 20px; }
.mark { display: inline-flex; align-items: center; gap: 9px; color: inherit; text-decoration: none; font-weight: 700; letter-spacing: -.01em; }
.mark img { width: 28px; height: 28px; display: block; }
.mark span { font-weight: 400; opacity: .85; }
.languages { display: flex; gap: 2px; font-size: .875rem; }
.languages a { min-width: 40px; min-height: 34px; display: inline-flex; align-items: center; justify-content: center; border-radius: 8px; text-decoration: none; color: inherit; }
.languages a[aria-current] { font-weight: 700; background: rgb(59 59 179 / 12%); }
.languages a:hover { text-decoration: underline; }

.btn {
  display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: 48px; padding: 11px 20px;
  border: 1px solid transparent; border-radius: 12px; background: none; color: var(--brand); font-weight: 600; text-align: center;
  text-decoration: none; cursor: pointer; transition: background .15s, box-shadow .15s;
}
.btn-primary, .btn-strong { background: var(--brand); color: #fff; box-shadow: 0 1px 2px rgb(42 42 134 / 35%); }
.btn-primary:hover, .btn-strong:hover { background: var(--brand-dark); }
.btn-quiet { border-color: var(--line); background: var(--surface); color: var(--ink); }
.btn-quiet:hover { background: var(--ground); }
.btn-danger { border-color: #e5b8b5; background: var(--surface); color: var(--bad); }
.btn-danger:hover { background: var(--bad-soft); }
.btn-text { min-height: 44px; padding: 8px 10px; }
.btn-text:hover { text-decoration: underline; }
.btn[aria-busy] { opacity: .7; cursor: progress; }

.field { display: grid; gap: 6px; }
.field label, .field .label { font-weight: 600; font-size: .9375rem; }
.field input, .field select, .field textarea {
  width: 100%; min-height: 50px; padding: 11px 14px; border: 1px solid #8a90ad; border-radius: 12px; background: var(--surface);
}
.field input:focus, .field select:focus { border-color: var(--brand); }
.field input[readonly] { background: var(--ground); color: var(--muted); }
.field input[aria-invalid] { border-color: var(--bad); border-width: 2px; }
.field .hint { color: var(--muted); font-size: .875rem; }

.notice { display: flex; gap: 10px; padding: 12px 14px; border-radius: 12px; font-size: .9375rem; background: var(--brand-soft); color: var(--night); }
.notice-bad { background: var(--bad-soft); color: var(--bad); }
.notice-warn { background: var(--warn-soft); color: var(--warn); }
.notice-good { background: var(--good-soft); color: var(--good); }
.alert:empty { display: none; }

.paging { display: flex; align-items: center; justify-content: space-between; gap: 12px; font-size: .9375rem; }
.paging > * { min-width: 96px; }
.paging > :last-child { text-align: right; }
.paging a { display: inline-flex; align-items: center; min-height: 44px; }
.paging a[rel="next"] { justify-content: flex-end; }
`
