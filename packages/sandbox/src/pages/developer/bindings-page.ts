import { unwrap } from '../../control/unwrap.js'
import type { Token } from '../../state/token.js'
import { html } from '../html/html.js'
import { partOf } from '../layout/paging.js'
import { sendDeveloperPage } from '../layout/send-page.js'
import type { PagesContext } from '../pages-context.js'
import { formatTime } from '../texts/format-time.js'
import type { RouteAdder } from '../visits/add-routes.js'
import { formOf } from '../visits/visit.js'
import { act } from './act.js'
import { table, tag } from './table.js'

/** Which account is bound to which merchant, by which tokens; ending a binding as its user would. */
export function addBindingsRoutes({ get, post }: RouteAdder, { engine }: PagesContext): void {
  get('/_sandbox/bindings', (visit) => {
    const { developer } = visit.texts
    const isLive = (token: Token) => token.revokedAt === undefined && token.refreshExpiresAt > engine.now()
    const { shown, paging } = partOf(visit, engine.listTokens().reverse())
    const rows = table<Token>(
      developer.menu.bindings,
      [
        {
          name: developer.user,
          cell: ({ userId }) => html`<a href="/_sandbox/users/${userId}">${engine.findUser(userId)?.name ?? userId}</a>`
        },
        { name: developer.merchant, cell: ({ partnerId }) => engine.findMerchantByPartnerId(partnerId)?.name ?? partnerId },
        { name: developer.scopes, cell: ({ scopes }) => html`<span class="small">${scopes.join(', ')}</span>` },
        { name: developer.accessToken, cell: ({ accessToken }) => html`<code>${accessToken}</code>` },
        { name: developer.validity, cell: ({ accessExpiresAt }) => formatTime(accessExpiresAt, visit.language) },
        {
          name: developer.status,
          cell: (token) => {
            if (isLive(token)) return tag(developer.live, 'good')
            return tag(token.revokedAt === undefined ? developer.expired : developer.revoked, 'bad')
          }
        },
        {
          name: developer.actions,
          cell: (token) =>
            isLive(token) &&
            formOf(visit, '/_sandbox/bindings/unbind', [
              html`<input type="hidden" name="userId" value="${token.userId}"><input type="hidden" name="partnerId" value="${token.partnerId}"><button class="btn btn-danger" type="submit">${developer.unbind}</button>`
            ])
        }
      ],
      shown,
      developer.none
    )
    return sendDeveloperPage(visit, {
      title: developer.menu.bindings,
      body: html`<div class="page-title"><h1>${developer.menu.bindings}</h1><p class="muted">${developer.bindingsText}</p></div>${rows}${paging}`
    })
  })

  post('/_sandbox/bindings/unbind', (visit) =>
    act(visit, '/_sandbox/bindings', async () => {
      const userId = visit.form.get('userId') ?? ''
      const partnerId = visit.form.get('partnerId') ?? ''
      unwrap(await engine.unbindByUser({ userId, partnerId }))
    })
  )
}
