import { notFound } from '../../control/control-error.js'
import { optionalAmount } from '../../control/read-input.js'
import { unwrap } from '../../control/unwrap.js'
import type { Order } from '../../state/order.js'
import { BANKS } from '../cashier/pay-choices.js'
import { html } from '../html/html.js'
import { messagePage } from '../layout/expired-page.js'
import { partOf } from '../layout/paging.js'
import { sendDeveloperPage } from '../layout/send-page.js'
import type { PagesContext } from '../pages-context.js'
import type { RouteAdder } from '../visits/add-routes.js'
import type { Visit } from '../visits/visit.js'
import { act, filledIn } from './act.js'
import { orderPage } from './order-page.js'
import { orderTable } from './order-table.js'

/** All orders, one order with its timeline, and what can be done with it. */
export function addOrdersRoutes({ get, post }: RouteAdder, context: PagesContext): void {
  const { engine, control } = context
  get('/_sandbox/orders', async (visit) => {
    await engine.closeExpired()
    const { developer } = visit.texts
    const { shown, paging } = partOf(visit, engine.listOrders().reverse())
    return sendDeveloperPage(visit, {
      title: developer.menu.orders,
      body: html`<div class="page-title"><h1>${developer.menu.orders}</h1></div>${orderTable(visit, context, shown)}${paging}`
    })
  })

  get('/_sandbox/orders/:reference', async (visit) => {
    await engine.closeExpired()
    const { developer } = visit.texts
    const order = engine.findOrder(referenceOf(visit))
    if (order === undefined) return sendDeveloperPage(visit, messagePage(404, developer.notFound, developer.notFoundText))
    return sendDeveloperPage(visit, orderPage(visit, context, order))
  })

  const action = (name: string, run: (visit: Visit, order: Order) => Promise<unknown>) =>
    post(`/_sandbox/orders/:reference/${name}`, (visit) => {
      const reference = referenceOf(visit)
      return act(visit, `/_sandbox/orders/${encodeURIComponent(reference)}`, async () => {
        const order = engine.findOrder(reference)
        if (order === undefined) throw notFound(`order ${reference}`)
        await run(visit, order)
      })
    })

  action('pay', (visit, { referenceNo }) => {
    const payer = visit.form.get('payer') ?? ''
    const bank = BANKS.find(({ payOption }) => payOption === payer)
    return engine
      .payOrder(
        bank === undefined
          ? { referenceNo, payMethod: 'BALANCE', userId: payer }
          : { referenceNo, payMethod: 'VIRTUAL_ACCOUNT', payOption: bank.payOption }
      )
      .then(unwrap)
  })
  action('expire', (_visit, { referenceNo }) => control.trigger('payment.expired', { reference: referenceNo }))
  action('cancel', (_visit, { merchantId, partnerReferenceNo }) =>
    engine.cancelOrder({ merchantId, partnerReferenceNo, reason: 'cancelled in the sandbox' }).then(unwrap)
  )
  action('refund', (visit, order) => {
    const amountSen = optionalAmount(filledIn(visit, ['amount']), 'amount')
    return control.trigger('refund', { reference: order.referenceNo, ...(amountSen === undefined ? {} : { amountSen }) })
  })
}

function referenceOf(visit: Visit): string {
  return (visit.request.params as { reference: string }).reference
}
