import { readFault } from '../../control/read-bodies.js'
import { NOTIFICATION_FAULTS, NOTIFICATIONS, REQUEST_FAULTS, type StandingFault } from '../../faults/create-faults.js'
import { OPERATIONS } from '../../generated/operations.js'
import { html } from '../html/html.js'
import { selectField, textField } from '../layout/fields.js'
import { sendDeveloperPage } from '../layout/send-page.js'
import type { PagesContext } from '../pages-context.js'
import type { RouteAdder } from '../visits/add-routes.js'
import { formOf } from '../visits/visit.js'
import { act, filledIn, numberIn } from './act.js'
import { table } from './table.js'

/** What is to go wrong with the next requests and notifications. */
export function addFaultsRoutes({ get, post }: RouteAdder, { control }: PagesContext): void {
  get('/_sandbox/faults', (visit) => {
    const { developer } = visit.texts
    const rows = table<StandingFault>(
      developer.menu.faults,
      [
        { name: developer.kind, cell: ({ kind }) => developer.faultKinds[kind] },
        { name: developer.operation, cell: ({ operation }) => operation ?? developer.anyOperation },
        { name: developer.remaining, cell: ({ remaining, rate }) => remaining ?? (rate === undefined ? '∞' : `p = ${rate}`) },
        {
          name: developer.details,
          cell: ({ delayMs, responseCode }) => [delayMs !== undefined && `${delayMs} ms `, responseCode]
        },
        {
          name: developer.actions,
          cell: ({ id }) =>
            formOf(
              visit,
              `/_sandbox/faults/${id}/remove`,
              html`<button class="btn btn-quiet" type="submit">${developer.remove}</button>`
            )
        }
      ],
      control.listFaults(),
      developer.none
    )
    const kinds = [...REQUEST_FAULTS, ...NOTIFICATION_FAULTS].map((kind) => [kind, developer.faultKinds[kind]] as const)
    const operations = [...Object.keys(OPERATIONS), ...NOTIFICATIONS].map((name) => [name, name] as const)
    const form = formOf(
      visit,
      '/_sandbox/faults',
      [
        html`<div class="panels">${[
          selectField('kind', developer.kind, kinds),
          selectField('operation', developer.operation, [['', developer.anyOperation], ...operations]),
          textField('times', developer.times, { inputmode: 'numeric' }),
          textField('rate', developer.rate, { inputmode: 'decimal' }),
          textField('delayMs', developer.delay, { inputmode: 'numeric' }),
          textField('responseCode', developer.responseCode, { inputmode: 'numeric' })
        ]}</div>`,
        html`<p class="actions"><button class="btn btn-strong" type="submit">${developer.add}</button></p>`
      ],
      { className: 'stack' }
    )
    return sendDeveloperPage(visit, {
      title: developer.menu.faults,
      body: [
        html`<div class="page-title"><h1>${developer.menu.faults}</h1><p class="muted">${developer.faultsText}</p></div>`,
        rows,
        control.listFaults().length > 0 &&
          formOf(
            visit,
            '/_sandbox/faults/clear',
            html`<button class="btn btn-danger" type="submit">${developer.clearFaults}</button>`
          ),
        html`<section class="panel"><h2>${developer.addFault}</h2>${form}</section>`
      ]
    })
  })

  post('/_sandbox/faults', (visit) =>
    act(visit, '/_sandbox/faults', () => {
      const { developer } = visit.texts
      const numbers = {
        times: numberIn(visit, 'times', developer.times),
        rate: numberIn(visit, 'rate', developer.rate),
        delayMs: numberIn(visit, 'delayMs', developer.delay)
      }
      const given = Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined))
      control.addFault(readFault({ ...filledIn(visit, ['kind', 'operation', 'responseCode']), ...given }))
    })
  )
  post('/_sandbox/faults/clear', (visit) => act(visit, '/_sandbox/faults', () => control.clearFaults()))
  post('/_sandbox/faults/:id/remove', (visit) => {
    const { id } = visit.request.params as { id: string }
    return act(visit, '/_sandbox/faults', () => control.removeFault(Number(id)))
  })
}
