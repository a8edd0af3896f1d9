import type { FastifyInstance } from 'fastify'
import { messagePage } from '../layout/expired-page.js'
import { sendDeveloperPage } from '../layout/send-page.js'
import type { PagesContext } from '../pages-context.js'
import { isOwnAddress } from '../security/is-own-address.js'
import { pageHeaders } from '../security/page-headers.js'
import { TEXTS } from '../texts/texts.js'
import type { RouteAdder } from '../visits/add-routes.js'
import { addBindingsRoutes } from './bindings-page.js'
import { addClockRoutes } from './clock-page.js'
import { addFaultsRoutes } from './faults-page.js'
import { addMerchantsRoutes } from './merchants-page.js'
import { addNotificationsRoutes } from './notifications-pages.js'
import { addOrdersRoutes } from './orders-routes.js'
import { addOverviewRoutes } from './overview-page.js'
import { addRequestsRoutes } from './requests-pages.js'
import { addUsersRoutes } from './users-pages.js'

/** The pages under `/_sandbox/`. They show keys and change everything, so they open under the sandbox's own addresses only. */
export function addDeveloperRoutes(app: FastifyInstance, adder: RouteAdder, context: PagesContext): void {
  app.addHook('onRequest', async (request, reply) => {
    const { host, origin } = request.headers
    if (isOwnAddress({ host, origin, publicUrl: context.settings.publicUrl })) return
    const { foreign, foreignText } = TEXTS.id.developer
    await reply
      .status(403)
      .headers({ ...pageHeaders({ leadsElsewhere: false }), 'content-type': 'text/plain; charset=utf-8' })
      .send(`${foreign}. ${foreignText}\n`)
  })
  for (const path of ['/', '/_sandbox']) app.get(path, (_request, reply) => reply.redirect('/_sandbox/', 302))
  addOverviewRoutes(adder, context)
  addUsersRoutes(adder, context)
  addMerchantsRoutes(adder, context)
  addOrdersRoutes(adder, context)
  addNotificationsRoutes(adder, context)
  addRequestsRoutes(adder, context)
  addFaultsRoutes(adder, context)
  addClockRoutes(adder, context)
  addBindingsRoutes(adder, context)
  // Not a route for all that is left, which would take the control API's own answers away.
  app.register(
    async (unknown) => {
      unknown.setNotFoundHandler(
        adder.handle((visit) => {
          const { notFound, notFoundText } = visit.texts.developer
          return sendDeveloperPage(visit, messagePage(404, notFound, notFoundText))
        })
      )
    },
    { prefix: '/_sandbox' }
  )
}
