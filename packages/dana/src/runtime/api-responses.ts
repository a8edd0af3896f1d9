import type { Json, ResponseTransformer } from './http-types.js'

// The four ways to read a raw response that dana-node's runtime exports. The operations don't need them.

/** Reads a response as JSON, and turns it into a model. */
export class JSONApiResponse<T> {
  raw: Response
  #transformer: ResponseTransformer<T>

  constructor(raw: Response, transformer: ResponseTransformer<T> = (json: Json) => json) {
    this.raw = raw
    this.#transformer = transformer
  }

  async value(): Promise<T> {
    return this.#transformer(await this.raw.json())
  }
}

/** Reads nothing. */
export class VoidApiResponse {
  raw: Response

  constructor(raw: Response) {
    this.raw = raw
  }

  async value(): Promise<void> {}
}

/** Reads a response as a blob. */
export class BlobApiResponse {
  raw: Response

  constructor(raw: Response) {
    this.raw = raw
  }

  async value(): Promise<Blob> {
    return await this.raw.blob()
  }
}

/** Reads a response as text. */
export class TextApiResponse {
  raw: Response

  constructor(raw: Response) {
    this.raw = raw
  }

  async value(): Promise<string> {
    return await this.raw.text()
  }
}
