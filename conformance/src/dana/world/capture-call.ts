import type { FetchAPI } from '@arus/dana'

/** What was handed to `fetch`. */
export type CapturedCall = {
  method: string
  url: string
  /** Name and value in the order in which they are sent. */
  headers: [name: string, value: string][]
  body: string
}

/** A `fetch` that keeps what it is called with, and answers with `answer`. */
export function captureCalls(answer: () => Response = () => Response.json({})): { calls: CapturedCall[]; fetch: FetchAPI } {
  const calls: CapturedCall[] = []
  const fetch = async (url: string | URL | Request, init: RequestInit = {}) => {
    const headers = Object.entries(init.headers as Record<string, string>)
    calls.push({ method: init.method!, url: String(url), headers, body: init.body as string })
    return answer()
  }
  return { calls, fetch: fetch as FetchAPI }
}
