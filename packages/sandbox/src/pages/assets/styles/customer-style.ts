/** What customers see: binding and cashier. */
export const CUSTOMER_STYLE = `
.customer { background: linear-gradient(180deg, var(--night) 0, #33339c 300px, var(--ground) 300px); }
.customer .top { color: #fff; width: 100%; max-width: 1040px; margin: 0 auto; }
.customer .languages a[aria-current] { background: rgb(255 255 255 / 18%); }
.customer main { width: 100%; max-width: 468px; margin: 6px auto 0; padding: 0 16px 32px; flex: 1; display: grid; gap: 16px; align-content: start; }
.customer footer { padding: 16px 20px 24px; text-align: center; font-size: .8125rem; color: var(--muted); }
.card { background: var(--surface); border-radius: 18px; box-shadow: var(--shadow); padding: 24px 20px; display: grid; gap: 18px; }
.card > header { display: grid; gap: 8px; }
.card > header .pair { margin: 4px 0; }
.card form { display: grid; gap: 16px; }
.card .btn { width: 100%; }
.progress { font-size: .8125rem; color: var(--muted); font-weight: 600; }
.buttons { display: grid; gap: 8px; }

.pair { display: flex; align-items: center; gap: 10px; }
.monogram {
  flex: none; width: 46px; height: 46px; display: grid; place-items: center; border-radius: 14px; font-weight: 700; font-size: 1.125rem;
  background: var(--brand-soft); color: var(--brand-dark);
}
.pair .link { flex: none; width: 28px; height: 2px; background: repeating-linear-gradient(90deg, #8a90ad 0 4px, transparent 4px 8px); }
.monogram img { width: 46px; height: 46px; display: block; }

.txt-input-phone-number-field { font-size: 1.125rem; letter-spacing: .02em; }
.input-pin .txt-input-pin-field {
  /* Six slots, each as wide as a digit and the space after it. */
  --slot: calc(1ch + 1.1ch); min-height: 72px; font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: 1.75rem; letter-spacing: 1.1ch; text-indent: .55ch; padding-block: 10px 14px;
  padding-inline: max(4px, calc((100% - 6 * var(--slot)) / 2));
  background: linear-gradient(90deg, transparent .2ch, #8a90ad .2ch 1.9ch, transparent 1.9ch) 0 100% / var(--slot) 2px repeat-x content-box var(--surface);
}
.who { display: flex; align-items: center; justify-content: space-between; gap: 12px; padding: 4px 4px 4px 14px; background: var(--ground); border-radius: 12px; font-size: .9375rem; }
.who .btn { width: auto; }

.scopes { display: grid; gap: 2px; }
.scopes li { display: flex; gap: 12px; padding: 11px 0; border-bottom: 1px solid var(--line); }
.scopes li:last-child { border-bottom: 0; }
.scopes li::before {
  content: "✓"; flex: none; width: 24px; height: 24px; display: grid; place-items: center; border-radius: 50%;
  background: var(--good-soft); color: var(--good); font-size: .8125rem; font-weight: 700;
}

.amount { font-size: 2rem; line-height: 1.15; font-weight: 750; letter-spacing: -.02em; font-variant-numeric: tabular-nums; }
.summary { display: grid; gap: 14px; }
.summary dl, .facts { display: grid; gap: 9px; font-size: .9375rem; }
.summary dl > div, .facts > div { display: flex; justify-content: space-between; gap: 20px; }
.summary dt, .facts dt { color: var(--muted); flex: none; }
.summary dd, .facts dd { text-align: right; overflow-wrap: anywhere; min-width: 0; }
.summary .goods { padding-top: 12px; border-top: 1px dashed var(--line); display: grid; gap: 6px; font-size: .9375rem; }
.summary .goods li { display: flex; justify-content: space-between; gap: 16px; }

.methods { display: grid; gap: 10px; }
.bank-item { border: 1px solid var(--line); border-radius: 14px; background: var(--surface); overflow: hidden; }
.bank-item > a { display: grid; grid-template-columns: auto 1fr auto; gap: 0 12px; align-items: center; padding: 12px 14px; min-height: 64px; color: inherit; text-decoration: none; }
.bank-item > a:hover { background: var(--ground); }
.bank-item .bank-icon { grid-row: span 2; width: 40px; height: 40px; display: grid; place-items: center; border-radius: 11px; background: var(--brand-soft); color: var(--brand-dark); font-size: .75rem; font-weight: 700; }
.bank-item .bank-title { font-weight: 600; align-self: end; }
.bank-item .bank-text { grid-column: 2; color: var(--muted); font-size: .875rem; align-self: start; }
.bank-item .bank-go { grid-column: 3; grid-row: 1 / span 2; color: var(--muted); }
.bank-item-chosen { border: 2px solid var(--brand); }
.bank-item-chosen .bank-go { width: 22px; height: 22px; border-radius: 50%; border: 7px solid var(--brand); }
.bank-body { display: grid; gap: 14px; padding: 4px 16px 18px; }
.balance { display: flex; justify-content: space-between; gap: 16px; font-size: .9375rem; }
.balance strong { font-variant-numeric: tabular-nums; white-space: nowrap; }

.result { text-align: center; justify-items: center; }
.result-animation { width: 76px; height: 76px; border-radius: 50%; display: grid; place-items: center; font-size: 2.25rem; font-weight: 700; }
.sdet-img-success-payment { background: var(--good-soft); color: var(--good); }
.img-failed-payment { background: var(--bad-soft); color: var(--bad); }
.result .facts, .result .buttons { width: 100%; text-align: left; }
.result .facts { padding-top: 16px; border-top: 1px dashed var(--line); }

.movements { display: grid; }
.movements li { display: flex; align-items: baseline; justify-content: space-between; gap: 16px; padding: 12px 0; border-bottom: 1px solid var(--line); }
.movements li:last-child { border-bottom: 0; }
.movements li > div { display: grid; min-width: 0; overflow-wrap: anywhere; }
.movements .number { white-space: nowrap; font-weight: 600; }
.movements .money-in { color: var(--good); }

.account-number { display: grid; gap: 2px; padding: 14px 16px; border-radius: 12px; background: var(--ground); }
.account-number strong { font-size: 1.375rem; letter-spacing: .04em; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.instructions { counter-reset: step; display: grid; gap: 12px; }
.instructions li { counter-increment: step; display: flex; gap: 12px; }
.instructions li::before { content: counter(step); flex: none; width: 24px; height: 24px; display: grid; place-items: center; border-radius: 50%; background: var(--brand-soft); color: var(--brand-dark); font-size: .8125rem; font-weight: 700; }
.error-code { font-size: .875rem; color: var(--muted); }
.error-code code { color: var(--ink); font-weight: 600; }

@media (min-width: 860px) {
  .customer main { margin-top: 40px; }
  .customer main.checkout { max-width: 1008px; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 24px; }
  .card { padding: 32px; }
  .checkout .summary { position: sticky; top: 24px; align-self: start; }
  .amount { font-size: 2.375rem; }
}
`
