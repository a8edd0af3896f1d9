import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { openApiDocument } from '../generated/openapi-document.js'

/** The specification, as JSON at `/openapi.json` and as a page at `/docs` that loads nothing from elsewhere. */
export function registerDocumentation(app: FastifyInstance): void {
  app.get('/openapi.json', async () => openApiDocument)
  app.register(swagger, { mode: 'static', specification: { document: openApiDocument as never } })
  app.register(swaggerUi, { routePrefix: '/docs' })
}
