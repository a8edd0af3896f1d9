import { randomBytes } from 'node:crypto'
import { normalisePhone } from '../../accounts/normalise-phone.js'
import { MAX_TOP_UP_SEN } from '../../accounts/top-up.js'
import { userAccount } from '../../state/ledger-entry.js'
import { loginError } from '../binding/login-error.js'
import { expiredPage } from '../layout/expired-page.js'
import { sendPage } from '../layout/send-page.js'
import type { PagesContext } from '../pages-context.js'
import { formatRupiah } from '../texts/format-rupiah.js'
import type { RouteAdder } from '../visits/add-routes.js'
import { remember } from '../visits/session-data.js'
import { goTo, type Visit } from '../visits/visit.js'
import { type Wallet, type WalletPage, walletAddress } from './wallet.js'
import { topUpPage, transactionsPage, walletLoginPage, walletPinPage } from './wallet-pages.js'

/** The pages that TOPUP_URL and TRANSACTION_URL lead to: a login where no OTT opened them, putting money in, and the list. */
export function addWalletRoutes({ get, post }: RouteAdder, { engine }: PagesContext): void {
  for (const page of ['topup', 'transaction'] satisfies WalletPage[]) addWalletPage(page)

  post(walletAddress('topup'), async (visit) => {
    const { wallet } = visit.session.data
    const [number, amountSen] = [visit.form.get('attempt') ?? '', readAmount(visit.form.get('amount') ?? '')]
    if (number === '' || number.length > 64) return sendPage(visit, expiredPage(visit))
    if (wallet.userId === undefined) return goTo(visit, walletAddress('topup'))
    if (amountSen === undefined) wallet.error = visit.texts.topUpFormat
    else {
      const topUp = wallet.topUps.get(number) ?? putIn(wallet.userId, amountSen)
      remember(wallet.topUps, number, topUp)
      if (await topUp) wallet.notice = visit.texts.toppedUp(formatRupiah(amountSen))
      else wallet.error = visit.texts.accountNotUsable
    }
    return goTo(visit, walletAddress('topup'))
  })

  async function putIn(userId: string, amountSen: bigint): Promise<boolean> {
    return !(await engine.topUp({ userId, amountSen })).refused
  }

  function addWalletPage(page: WalletPage): void {
    const address = walletAddress(page)

    get(address, async (visit) => {
      const { wallet } = visit.session.data
      const ott = visit.query.get('ott')
      if (ott !== undefined) {
        const consumed = await engine.consumeOtt(ott)
        if (!consumed.refused) wallet.userId = consumed.userId
        else if (wallet.userId === undefined) wallet.warning = visit.texts.ottUnusable
        // Without the OTT in it, so that the address can be loaded anew, and isn't left in the browser's history.
        return goTo(visit, address)
      }
      const user = wallet.userId === undefined ? undefined : engine.findUser(wallet.userId)
      const told = takeTold(wallet)
      if (user === undefined) return sendPage(visit, walletLoginPage(visit, page, { phone: wallet.phone, ...told }))
      if (page === 'transaction') return sendPage(visit, transactionsPage(visit, { user, engine }))
      const attempt = randomBytes(12).toString('base64url')
      return sendPage(visit, topUpPage(visit, { user, balanceSen: engine.balanceOf(userAccount(user.id)), attempt, ...told }))
    })

    post(`${address}/phone`, (visit) => {
      const { wallet } = visit.session.data
      const phone = normalisePhone(visit.form.get('phone') ?? '')
      if (phone === undefined) wallet.error = visit.texts.phoneFormat
      else {
        wallet.phone = phone
        if (engine.findUserByPhone(phone) !== undefined) return goTo(visit, `${address}/pin`)
        wallet.error = visit.texts.unknownPhone
      }
      return goTo(visit, address)
    })

    get(`${address}/pin`, (visit) => {
      const { wallet } = visit.session.data
      if (wallet.phone === undefined || wallet.userId !== undefined) return goTo(visit, address)
      return sendPage(visit, walletPinPage(visit, page, { phone: wallet.phone, ...takeTold(wallet) }))
    })

    post(`${address}/pin`, async (visit) => {
      const { wallet } = visit.session.data
      if (wallet.phone === undefined) return goTo(visit, address)
      const opened = await engine.login({ phone: wallet.phone, pin: visit.form.get('pin') ?? '' })
      if (!opened.refused) {
        wallet.userId = opened.user.id
        return goTo(visit, address)
      }
      wallet.error = loginError(opened, wallet.phone, engine, visit.texts)
      return goTo(visit, `${address}/pin`)
    })

    post(`${address}/logout`, (visit: Visit) => {
      visit.session.data.wallet = { topUps: new Map() }
      return goTo(visit, address)
    })
  }
}

/** What is to be told once. */
function takeTold(wallet: Wallet): Pick<Wallet, 'error' | 'warning' | 'notice'> {
  const { error, warning, notice } = wallet
  for (const told of ['error', 'warning', 'notice'] as const) delete wallet[told]
  return {
    ...(error === undefined ? {} : { error }),
    ...(warning === undefined ? {} : { warning }),
    ...(notice === undefined ? {} : { notice })
  }
}

/** Whole rupiah, with or without dots between the thousands. */
function readAmount(text: string): bigint | undefined {
  const digits = /^(?:Rp\s*)?(\d{1,3}(?:\.\d{3})+|\d{1,9})$/i.exec(text.trim())?.[1]?.replaceAll('.', '')
  const amountSen = digits === undefined || digits.length > 9 ? 0n : BigInt(digits) * 100n
  return amountSen > 0n && amountSen <= MAX_TOP_UP_SEN ? amountSen : undefined
}
