import { requireGenuine } from '../../dana/genuine/genuine-dana-node.js'
import type { Answer, Client, ClientOptions } from './client.js'
import { FOREIGN_KEY } from './foreign-key.js'

type GenuineCall = (request: unknown, overrides?: unknown) => Promise<{ responseCode?: string }>
type Genuine = {
  Dana: new (options: object) => { widgetApi: Record<string, GenuineCall> & { configuration: { config: object } } }
  Configuration: new (parameters: object) => object
}

const { Dana, Configuration } = requireGenuine('') as unknown as Genuine

type GenuineOauth = {
  WidgetUtils: { generateOauthUrl(data: object, privateKey?: string): string }
}

const { WidgetUtils } = requireGenuine('/widget/v1') as unknown as GenuineOauth

/**
 * The genuine dana-node 1.5.11. It can't be told a base URL, but its configuration can be replaced; what it receives is looked at
 * on the way.
 *
 * `call` fails with what dana-node throws where nothing was answered, and where dana-node makes something else of an answer than
 * what it is.
 */
export function createGenuineClient({ url, partnerId, privateKey, clientSecret }: ClientOptions): Client {
  return {
    async call(operation, request, { headers, isForeignKey = false } = {}) {
      const dana = new Dana({
        partnerId,
        privateKey: isForeignKey ? FOREIGN_KEY : privateKey,
        origin: 'https://shop.example',
        env: 'sandbox',
        clientSecret
      })
      let answer: Answer | undefined
      const fetchApi = async (address: string, init: RequestInit) => {
        const response = await fetch(address, init)
        answer = { httpStatus: response.status, body: await response.clone().json() }
        return response
      }
      dana.widgetApi.configuration.config = new Configuration({ basePath: url, fetchApi })
      const overrides = async ({ init }: { init: { headers: object } }) => ({ headers: { ...init.headers, ...headers } })
      try {
        const result = await dana.widgetApi[operation]!(request, headers === undefined ? undefined : overrides)
        if (result.responseCode !== answer!.body.responseCode) throw new Error('dana-node read another code than was sent')
      } catch (error) {
        if (answer === undefined) throw error
        const { name, status, rawResponse } = error as { name: string; status?: number; rawResponse?: unknown }
        if (name !== 'ResponseError' || status !== answer.httpStatus) throw error
        if (JSON.stringify(rawResponse) !== JSON.stringify(answer.body)) throw error
      }
      return answer!
    },
    oauthUrl({ phone, ...binding }) {
      const before = process.env.X_PARTNER_ID
      process.env.X_PARTNER_ID = partnerId
      try {
        const data = { ...binding, ...(phone === undefined ? {} : { seamlessData: { mobileNumber: phone } }) }
        const address = new URL(WidgetUtils.generateOauthUrl(data, privateKey))
        return `${url}${address.pathname}${address.search}`
      } finally {
        if (before === undefined) delete process.env.X_PARTNER_ID
        else process.env.X_PARTNER_ID = before
      }
    }
  }
}
