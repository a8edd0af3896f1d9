import { BASE_PATH } from './base-path.js'
import type { FetchAPI, HTTPHeaders, HTTPQuery, Middleware } from './http-types.js'
import { querystring } from './querystring.js'

type ApiKey = string | Promise<string> | ((name: string) => string | Promise<string>)
type AccessToken = string | Promise<string> | ((name?: string, scopes?: string[]) => string | Promise<string>)

export interface ConfigurationParameters {
  /** Where calls go, without a slash at the end. Default: DANA's production host. */
  basePath?: string | undefined
  /** Called instead of `globalThis.fetch`. */
  fetchApi?: FetchAPI | undefined
  middleware?: Middleware[] | undefined
  queryParamsStringify?: ((params: HTTPQuery) => string) | undefined
  username?: string | undefined
  password?: string | undefined
  apiKey?: ApiKey | undefined
  accessToken?: AccessToken | undefined
  /** Sent with every call, before the call's own. */
  headers?: HTTPHeaders | undefined
  credentials?: RequestInit['credentials'] | undefined
}

/**
 * Where a {@link BaseAPI} sends its calls, and how.
 *
 * @example
 * const configuration = new Configuration({ basePath: 'http://127.0.0.1:4182' })
 */
export class Configuration {
  // Not enumerable, since it may hold a password or a token.
  #parameters: ConfigurationParameters

  constructor(configuration: ConfigurationParameters = {}) {
    this.#parameters = configuration
  }

  /** Takes over all that another configuration says. */
  set config(configuration: Configuration) {
    this.#parameters = configuration
  }

  get basePath(): string {
    return this.#parameters.basePath ?? BASE_PATH
  }

  get fetchApi(): FetchAPI | undefined {
    return this.#parameters.fetchApi
  }

  get middleware(): Middleware[] {
    return this.#parameters.middleware ?? []
  }

  get queryParamsStringify(): (params: HTTPQuery) => string {
    return this.#parameters.queryParamsStringify ?? querystring
  }

  get username(): string | undefined {
    return this.#parameters.username
  }

  get password(): string | undefined {
    return this.#parameters.password
  }

  get apiKey(): ((name: string) => string | Promise<string>) | undefined {
    const { apiKey } = this.#parameters
    if (!apiKey) return undefined
    return typeof apiKey === 'function' ? apiKey : () => apiKey
  }

  get accessToken(): ((name?: string, scopes?: string[]) => string | Promise<string>) | undefined {
    const { accessToken } = this.#parameters
    if (!accessToken) return undefined
    return typeof accessToken === 'function' ? accessToken : async () => accessToken
  }

  get headers(): HTTPHeaders | undefined {
    return this.#parameters.headers
  }

  get credentials(): RequestInit['credentials'] | undefined {
    return this.#parameters.credentials
  }
}

/** What a {@link BaseAPI} without a configuration of its own uses: DANA's production host, and no more. */
export const DefaultConfig: Configuration = new Configuration()
