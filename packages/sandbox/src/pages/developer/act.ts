import type { FastifyReply } from 'fastify'
import { ControlError } from '../../control/control-error.js'
import { goTo, type Visit } from '../visits/visit.js'

/** What is wrong with a form, in the page's language. */
export class FormError extends Error {
  override readonly name = 'FormError'
}

/**
 * Does what the developer asked for, and goes back to a page that says what came of it.
 *
 * @param action rejects with a `FormError` or a `ControlError` when it can't be done
 */
export async function act(visit: Visit, backTo: string, action: () => unknown): Promise<FastifyReply> {
  try {
    await action()
    visit.session.data.notice = { good: true, text: visit.texts.developer.done }
  } catch (error) {
    if (error instanceof FormError) visit.session.data.notice = { good: false, text: error.message }
    // The control API's words, which are not the page's.
    else if (error instanceof ControlError) visit.session.data.notice = { good: false, text: error.message, isEnglish: true }
    else throw error
  }
  return goTo(visit, backTo)
}

/** The fields of a form that were filled in, as far as they are named. */
export function filledIn(visit: Visit, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = visit.form.get(name)?.trim()
      return value ? [[name, value]] : []
    })
  )
}

/** @throws {FormError} when a field that was filled in holds no number */
export function numberIn(visit: Visit, name: string, label: string): number | undefined {
  const text = visit.form.get(name)?.trim()
  if (!text) return undefined
  const value = Number(text.replace(',', '.'))
  if (!Number.isFinite(value)) throw new FormError(visit.texts.developer.invalidNumber(label))
  return value
}
