import type { FastifyInstance } from 'fastify'
import { addAssetRoutes } from './assets/add-asset-routes.js'
import { addBindingRoutes } from './binding/binding-routes.js'
import { addCashierRoutes } from './cashier/cashier-routes.js'
import { addDeveloperRoutes } from './developer/developer-routes.js'
import type { PagesContext } from './pages-context.js'
import { sessionCookie } from './sessions/session-cookie.js'
import { createSessions } from './sessions/sessions.js'
import { routeAdder } from './visits/add-routes.js'
import { answerPageError } from './visits/answer-page-error.js'
import { makeSessionData } from './visits/session-data.js'
import { addWalletRoutes } from './wallet/wallet-routes.js'

const LARGEST_FORM_BYTES = 16_384

/**
 * Adds the web pages: binding, cashier, and those for the developer under `/_sandbox/`. They take forms only, whatever the rest
 * of the server parses.
 */
export function registerPages(app: FastifyInstance, context: PagesContext): void {
  const sessions = {
    customer: createSessions({ makeData: makeSessionData }),
    developer: createSessions({ makeData: makeSessionData })
  }
  context.engine.subscribe(({ type }) => {
    if (type === 'sandbox.reset') sessions.customer.clear()
  })
  app.register(async (pages) => {
    pages.removeAllContentTypeParsers()
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LARGEST_FORM_BYTES },
      (_request, text, done) => done(null, text)
    )
    pages.setErrorHandler(answerPageError)
    addAssetRoutes(pages)

    await pages.register(async (customer) => {
      const adder = routeAdder(customer, {
        sessions: sessions.customer,
        cookie: () => sessionCookie({ audience: 'customer', publicUrl: context.settings.publicUrl })
      })
      addBindingRoutes(adder, context)
      addCashierRoutes(adder, context)
      addWalletRoutes(adder, context)
    })

    await pages.register(async (developer) => {
      const adder = routeAdder(developer, {
        sessions: sessions.developer,
        cookie: () => sessionCookie({ audience: 'developer', publicUrl: context.settings.publicUrl })
      })
      addDeveloperRoutes(developer, adder, context)
    })
  })
}
