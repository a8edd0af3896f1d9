// The document's handler is written for any framework: here, what Express gives it.

type AnyRequestType = {
  method?: string
  path?: string
  headers: import('node:http').IncomingHttpHeaders
  body?: unknown
}

type AnyResponseType = {
  status(code: number): AnyResponseType
  send(text: string): AnyResponseType
}
