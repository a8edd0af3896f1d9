import type { BindingRequest } from './read-binding-request.js'

/** A binding under way in one browser. */
export type BindingFlow = {
  id: string
  request: BindingRequest
  /** As accounts are kept under; set by the first step. */
  phone?: string
  hasConsented: boolean
  /** What the last step said went wrong, until it was shown. */
  error?: string
  /** Where it ended. Set once, so that a form that is sent twice ends in the same place. */
  ending?: Promise<string>
}

export type BindingStep = 'phone' | 'register' | 'consent' | 'pin'

/** The step that must come before the wanted one can be taken, or the wanted one. */
export function stepToTake(flow: BindingFlow, wanted: BindingStep): BindingStep {
  if (flow.phone === undefined) return 'phone'
  return wanted === 'pin' && !flow.hasConsented ? 'consent' : wanted
}

export function bindingAddress(flow: BindingFlow, step: BindingStep | 'cancel' | 'done'): string {
  return `/n/link/binding/${flow.id}/${step}`
}
