import { ResponseError } from '../errors/response-error.js'
import { fetchWithMiddleware } from '../requests/fetch-with-middleware.js'
import { isJsonMime } from '../requests/is-json-mime.js'
import { prepareFetch } from '../requests/prepare-fetch.js'
import { readBody } from '../requests/read-body.js'
import { type Configuration, DefaultConfig } from './configuration.js'
import type { FetchAPI, InitOverrides, Middleware, RequestOpts } from './http-types.js'

/**
 * What dana-node's generated API classes are built on: sends a request through middlewares, without a signature, a deadline
 * or a retry of its own. The operations of {@link WidgetApi} have all three.
 */
export class BaseAPI {
  protected configuration: Configuration
  protected middleware: Middleware[]

  constructor(configuration: Configuration = DefaultConfig) {
    this.configuration = configuration
    this.middleware = configuration.middleware
    // The configuration reaches keys through its owner's options; printing an API shows neither.
    for (const name of ['configuration', 'middleware']) Object.defineProperty(this, name, { enumerable: false })
  }

  /**
   * The same API with further middlewares, which run after those it has. The original stays as it is.
   *
   * @example
   * const traced = dana.widgetApi.withMiddleware({
   *   async pre({ url }) {
   *     console.log('calling', url)
   *   }
   * })
   */
  withMiddleware<T extends BaseAPI>(this: T, ...middlewares: Middleware[]): T {
    // Not through the constructor, which in a class below this one takes something else.
    const next = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this)) as T
    next.middleware = [...this.middleware, ...middlewares]
    return next
  }

  /** The same API with further middlewares that look at, or change, what is sent. */
  withPreMiddleware<T extends BaseAPI>(this: T, ...preMiddlewares: Array<Middleware['pre']>): T {
    return this.withMiddleware(...preMiddlewares.map((pre) => (pre === undefined ? {} : { pre })))
  }

  /** The same API with further middlewares that look at, or change, what came back. */
  withPostMiddleware<T extends BaseAPI>(this: T, ...postMiddlewares: Array<Middleware['post']>): T {
    return this.withMiddleware(...postMiddlewares.map((post) => (post === undefined ? {} : { post })))
  }

  protected isJsonMime(mime: string | null | undefined): boolean {
    return isJsonMime(mime)
  }

  /**
   * Sends a request once.
   *
   * @returns the raw response, when its status is 200 to 299
   * @throws {ResponseError} for any other status
   * @throws {FetchError} when there is no response
   */
  protected async request(context: RequestOpts, initOverrides?: InitOverrides): Promise<Response> {
    const params = await prepareFetch(this.configuration, context, initOverrides)
    // Looked up at each call, so that a fetch installed later (a proxy agent, a test) is the one that is used.
    const fetch = this.configuration.fetchApi ?? (((url, init) => globalThis.fetch(url, init)) as FetchAPI)
    const response = await fetchWithMiddleware(fetch, this.middleware, params)
    if (response.status >= 200 && response.status < 300) return response
    const { body } = await readBody(response)
    throw new ResponseError(body, response.status, response.statusText)
  }
}
