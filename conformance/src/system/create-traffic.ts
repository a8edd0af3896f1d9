import { findAnswerFaults, findWebhookFaults } from '../../../packages/server/src/testing/find-answer-faults.js'

/** Everything that went over the wire, held against the specification. */
export type Traffic = {
  /** The standard `fetch`, noting how each answer differs from the specification. */
  fetch(url: string, init?: RequestInit): Promise<Response>
  noteWebhook(body: { event: string }): void
  answers: number
  webhooks: number
  /** One line for each fault. */
  faults: string[]
}

export function createTraffic(): Traffic {
  const traffic: Traffic = {
    answers: 0,
    webhooks: 0,
    faults: [],
    async fetch(url, init = {}) {
      const response = await fetch(url, init)
      const text = await response.clone().text()
      const { pathname, search } = new URL(url)
      const path = pathname + search
      traffic.answers++
      const faults = isJson(text)
        ? findAnswerFaults(init.method ?? 'GET', path, response.status, JSON.parse(text))
        : [`${init.method} ${path} ${response.status} is answered with what is no JSON: ${text.slice(0, 200)}`]
      traffic.faults.push(...faults)
      return response
    },
    noteWebhook(body) {
      traffic.webhooks++
      traffic.faults.push(...findWebhookFaults(body))
    }
  }
  return traffic
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
