/** What the Open API puts where SNAP has `responseCode`. */
type ResultInfo = { resultStatus?: unknown; resultCodeId?: unknown; resultMsg?: unknown }

/** `response.body.resultInfo` of an Open API answer, undefined where there is none. */
export function readResultInfo(body: unknown): ResultInfo | undefined {
  const resultInfo = fieldOf(fieldOf(fieldOf(body, 'response'), 'body'), 'resultInfo')
  return typeof resultInfo === 'object' && resultInfo !== null ? resultInfo : undefined
}

/** DANA's code in an answer: `responseCode`, or an Open API answer's `resultCodeId`. */
export function readResponseCode(body: unknown): string | undefined {
  return textOf(fieldOf(body, 'responseCode') ?? readResultInfo(body)?.resultCodeId)
}

/** DANA's words beside the code: `responseMessage`, or an Open API answer's `resultMsg`. */
export function readResponseMessage(body: unknown): string | undefined {
  return textOf(fieldOf(body, 'responseMessage') ?? readResultInfo(body)?.resultMsg)
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}
