import type { Engine } from '../../state/engine.js'
import { type LedgerEntry, userAccount } from '../../state/ledger-entry.js'
import type { User } from '../../state/user.js'
import { type Content, html, type Markup } from '../html/html.js'
import { phoneField, pinField } from '../layout/fields.js'
import { errorNotice, warning } from '../layout/notices.js'
import { partOf } from '../layout/paging.js'
import type { Page } from '../layout/send-page.js'
import { formatPhone } from '../texts/format-phone.js'
import { formatRupiah } from '../texts/format-rupiah.js'
import { formatTime } from '../texts/format-time.js'
import { formOf, type Visit } from '../visits/visit.js'
import { type WalletPage, walletAddress } from './wallet.js'

type Told = { error?: string | undefined; warning?: string | undefined; notice?: string | undefined }

/** Before the user is known. */
export function walletLoginPage(visit: Visit, page: WalletPage, { phone, ...told }: { phone?: string | undefined } & Told): Page {
  const { texts } = visit
  return walletCard(visit, page, [
    html`<p class="muted">${texts.walletLogin[page]}</p>`,
    notices(told),
    formOf(visit, `${walletAddress(page)}/phone`, [
      phoneField(texts, { phone, hint: texts.phoneHint, isWrong: told.error !== undefined }),
      html`<button class="btn btn-strong btn-continue" type="submit">${texts.next}</button>`
    ])
  ])
}

export function walletPinPage(visit: Visit, page: WalletPage, { phone, ...told }: { phone: string } & Told): Page {
  const { texts } = visit
  return walletCard(
    visit,
    page,
    [
      html`<p class="who"><span class="number">${formatPhone(phone)}</span><a class="btn btn-text" href="${walletAddress(page)}">${texts.change}</a></p>`,
      notices(told),
      formOf(visit, `${walletAddress(page)}/pin`, [
        pinField(texts, { isWrong: told.error !== undefined }),
        html`<button class="btn btn-strong" type="submit">${texts.next}</button>`
      ])
    ],
    texts.pinTitle
  )
}

export function topUpPage(
  visit: Visit,
  { user, balanceSen, attempt, ...told }: { user: User; balanceSen: bigint; attempt: string } & Told
): Page {
  const { texts } = visit
  const isWrong = told.error !== undefined
  return walletCard(visit, 'topup', [
    known(visit, 'topup', user),
    balance(visit, balanceSen),
    notices(told),
    formOf(visit, walletAddress('topup'), [
      html`<input type="hidden" name="attempt" value="${attempt}"><div class="field"><label for="amount">${texts.topUpAmount}</label><input class="txt-input-amount" id="amount" name="amount" type="text" inputmode="numeric" maxlength="14" autocomplete="off" required aria-describedby="amount-hint${isWrong ? ' error' : ''}"${isWrong && html` aria-invalid="true"`}><span class="hint" id="amount-hint">${texts.topUpHint}</span></div><button class="btn btn-primary" type="submit">${texts.topUpNow}</button>`
    ]),
    warning(texts.topUpSandbox),
    html`<a class="btn btn-text" href="${walletAddress('transaction')}">${texts.walletTitles.transaction}</a>`
  ])
}

/** What moved the user's balance, the newest first. */
export function transactionsPage(visit: Visit, { user, engine }: { user: User; engine: Engine }): Page {
  const { texts } = visit
  const account = userAccount(user.id)
  const entries = engine.ledgerEntries().filter(({ debit, credit }) => debit === account || credit === account)
  const { shown, paging } = partOf(visit, entries.toReversed(), 20)
  const list = html`<ul class="movements">${shown.map((entry) => movement(visit, { entry, account, engine }))}</ul>`
  return walletCard(visit, 'transaction', [
    known(visit, 'transaction', user),
    balance(visit, engine.balanceOf(account)),
    shown.length === 0 ? html`<p class="muted">${texts.noTransactions}</p>` : list,
    paging,
    html`<a class="btn btn-quiet" href="${walletAddress('topup')}">${texts.walletTitles.topup}</a>`
  ])
}

function movement(
  { texts, language }: Visit,
  { entry, account, engine }: { entry: LedgerEntry; account: string; engine: Engine }
): Markup {
  const { kind, at, amountSen, referenceNo, credit } = entry
  const order = referenceNo === undefined ? undefined : engine.findOrder(referenceNo)
  const about = order && `${order.title} · ${engine.findMerchant(order.merchantId)?.name ?? order.merchantId}`
  const isIn = credit === account
  return html`<li><div><strong>${texts.movements[kind]}</strong>${about !== undefined && html`<span>${about}</span>`}<span class="small muted">${formatTime(at, language)}</span></div><span class="number ${isIn ? 'money-in' : 'money-out'}">${isIn ? '+' : '−'}${formatRupiah(amountSen)}</span></li>`
}

function known(visit: Visit, page: WalletPage, { nickname, name }: User): Markup {
  const { texts } = visit
  return formOf(
    visit,
    `${walletAddress(page)}/logout`,
    html`<p class="who"><span>${texts.hello(nickname || name)}</span><button class="btn btn-text" type="submit">${texts.logout}</button></p>`
  )
}

function balance({ texts }: Visit, balanceSen: bigint): Markup {
  return html`<p class="balance"><span>${texts.yourBalance}</span><strong class="lbl-balance">${formatRupiah(balanceSen)}</strong></p>`
}

function notices({ error, warning: warned, notice }: Told): Content {
  return [
    warned !== undefined && warning(warned),
    notice !== undefined && html`<p class="notice notice-good" role="status">${notice}</p>`,
    errorNotice(error)
  ]
}

function walletCard({ texts }: Visit, page: WalletPage, content: Content, heading = texts.walletTitles[page]): Page {
  return {
    title: texts.walletTitles[page],
    body: html`<section class="card"><header><h1>${heading}</h1></header>${content}</section>`
  }
}
