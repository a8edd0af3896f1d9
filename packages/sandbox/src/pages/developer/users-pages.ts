import { readUser, readUserChanges } from '../../control/read-bodies.js'
import { userAccount } from '../../state/ledger-entry.js'
import type { User, UserStatus } from '../../state/user.js'
import { html } from '../html/html.js'
import { messagePage } from '../layout/expired-page.js'
import { selectField, textField } from '../layout/fields.js'
import { partOf } from '../layout/paging.js'
import { sendDeveloperPage } from '../layout/send-page.js'
import type { PagesContext } from '../pages-context.js'
import { formatPhone } from '../texts/format-phone.js'
import { formatRupiah } from '../texts/format-rupiah.js'
import type { Texts } from '../texts/texts.js'
import type { RouteAdder } from '../visits/add-routes.js'
import { formOf, type Visit } from '../visits/visit.js'
import { act, filledIn } from './act.js'
import { facts, table, tag } from './table.js'

const FIELDS = ['phone', 'pin', 'name', 'balance', 'status', 'kycLevel']

/** Who has an account, with which PIN and balance; adding one and changing one. */
export function addUsersRoutes({ get, post }: RouteAdder, { engine, control }: PagesContext): void {
  get('/_sandbox/users', (visit) => {
    const { developer } = visit.texts
    const { shown, paging } = partOf(visit, engine.listUsers())
    const rows = table<User>(
      developer.menu.users,
      [
        { name: developer.name, cell: (user) => html`<a href="/_sandbox/users/${user.id}">${user.name}</a>` },
        { name: developer.phone, cell: ({ phone }) => html`<span class="number">${formatPhone(phone)}</span>` },
        { name: developer.pin, cell: ({ pin }) => html`<code>${pin}</code>` },
        { name: developer.status, cell: (user) => statusTag(user, visit.texts) },
        { name: developer.kyc, cell: ({ kycLevel }) => kycLevel },
        { name: developer.answers, cell: ({ answers }) => Object.values(answers).map((code) => html`<code>${code}</code> `) },
        { name: developer.balance, isAmount: true, cell: ({ id }) => formatRupiah(engine.balanceOf(userAccount(id))) }
      ],
      shown,
      developer.none
    )
    const form = formOf(
      visit,
      '/_sandbox/users',
      [
        textField('name', developer.name),
        textField('phone', developer.phone, { type: 'tel' }),
        textField('pin', developer.pin, { inputmode: 'numeric' }),
        textField('balance', `${developer.balance} (Rp)`, { inputmode: 'numeric' }),
        html`<button class="btn btn-strong" type="submit">${developer.add}</button>`
      ],
      { className: 'form-row' }
    )
    return sendDeveloperPage(visit, {
      title: developer.menu.users,
      body: html`<div class="page-title"><h1>${developer.menu.users}</h1></div>${rows}${paging}<section class="panel"><h2>${developer.addUser}</h2>${form}</section>`
    })
  })

  post('/_sandbox/users', (visit) => act(visit, '/_sandbox/users', () => control.addUser(readUser(filledIn(visit, FIELDS)))))

  get('/_sandbox/users/:id', (visit) => {
    const { developer } = visit.texts
    const user = engine.findUser(idOf(visit))
    if (user === undefined) return sendDeveloperPage(visit, messagePage(404, developer.notFound, developer.notFoundText))
    const balance = engine.balanceOf(userAccount(user.id))
    const form = formOf(
      visit,
      `/_sandbox/users/${user.id}`,
      [
        textField('name', developer.name, { value: user.name }),
        textField('pin', developer.pin, { value: user.pin, inputmode: 'numeric' }),
        textField('balance', developer.balance, { hint: developer.balanceHint, inputmode: 'numeric' }),
        selectField('status', developer.status, Object.entries(developer.statuses), { value: user.status }),
        selectField(
          'kycLevel',
          developer.kyc,
          [
            ['00', '00'],
            ['02', '02']
          ],
          { value: user.kycLevel }
        ),
        html`<button class="btn btn-strong" type="submit">${developer.save}</button>`
      ],
      { className: 'panel' }
    )
    return sendDeveloperPage(visit, {
      title: user.name,
      body: html`<div class="page-title"><h1>${user.name}</h1><p class="muted number">${formatPhone(user.phone)}</p></div>
<div class="panels"><section class="panel">${facts([
        [developer.balance, html`<strong>${formatRupiah(balance)}</strong>`],
        [developer.status, statusTag(user, visit.texts)],
        [developer.identifier, html`<code>${user.id}</code>`],
        ['publicUserId', html`<code>${user.publicUserId}</code>`],
        [developer.pin, html`<code>${[user.pin, ...user.otherPins].join(', ')}</code>`],
        [developer.kyc, user.kycLevel],
        [developer.answers, Object.entries(user.answers).map(([service, code]) => html`<code>${service} → ${code}</code> `)]
      ])}</section><section>${form}</section></div>`
    })
  })

  post('/_sandbox/users/:id', (visit) =>
    act(visit, `/_sandbox/users/${encodeURIComponent(idOf(visit))}`, async () => {
      await control.changeUser(idOf(visit), readUserChanges(filledIn(visit, FIELDS)))
    })
  )
}

function statusTag({ status }: User, { developer }: Texts) {
  return tag(developer.statuses[status satisfies UserStatus], status === 'active' ? 'good' : 'warn')
}

function idOf(visit: Visit): string {
  return (visit.request.params as { id: string }).id
}
