import { randomBytes } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { normalisePhone } from '../../accounts/normalise-phone.js'
import type { Engine } from '../../state/engine.js'
import { expiredPage } from '../layout/expired-page.js'
import { sendPage } from '../layout/send-page.js'
import type { PagesContext } from '../pages-context.js'
import type { RouteAdder } from '../visits/add-routes.js'
import { remember } from '../visits/session-data.js'
import { goTo, queryText, type Visit } from '../visits/visit.js'
import { type BindingFlow, type BindingStep, bindingAddress, stepToTake } from './binding-flow.js'
import { BINDING_PAGES, bindingBlockedPage, bindingFaultPage, bindingFinishedPage } from './binding-pages.js'
import { bindingReturnUrl } from './binding-return-url.js'
import { loginError } from './login-error.js'
import { BINDING_PATHS, bindingModeOf, readBindingRequest } from './read-binding-request.js'

const STEPS: readonly BindingStep[] = ['phone', 'register', 'consent', 'pin']

/** The pages on which an account is bound to a merchant: phone, consent, PIN, and back to the merchant. */
export function addBindingRoutes({ get, post }: RouteAdder, { engine }: PagesContext): void {
  const open = (path: string) => (visit: Visit) => {
    const query = queryText(visit.request)
    const read = readBindingRequest(query, { mode: bindingModeOf(path, query)!, engine })
    if ('fault' in read) return sendPage(visit, bindingFaultPage(visit, read.fault))
    const { request } = read
    if (request.language) visit.session.data.language = request.language
    const id = randomBytes(12).toString('base64url')
    const flow = remember(visit.session.data.bindings, id, { id, request, hasConsented: false })
    return goTo(visit, bindingAddress(flow, 'phone'))
  }
  for (const path of BINDING_PATHS) get(path, open(path))

  for (const step of STEPS) {
    get(`/n/link/binding/:flow/${step}`, (visit) => {
      const flow = flowOf(visit)
      if (flow === undefined) return sendPage(visit, expiredPage(visit))
      if (flow.ending !== undefined) return sendPage(visit, bindingFinishedPage(visit))
      const next = stepToTake(flow, step)
      if (next !== step) return goTo(visit, bindingAddress(flow, next))
      if (step === 'pin' && isBlocked(engine, flow.phone!)) return sendPage(visit, bindingBlockedPage(visit, flow))
      const { error } = flow
      delete flow.error
      return sendPage(visit, BINDING_PAGES[step](visit, flow, error))
    })

    post(`/n/link/binding/:flow/${step}`, async (visit) => {
      const flow = flowOf(visit)
      if (flow === undefined) return sendPage(visit, expiredPage(visit))
      if (flow.ending !== undefined) return goTo(visit, await flow.ending)
      const next = stepToTake(flow, step)
      if (next !== step) return goTo(visit, bindingAddress(flow, next))
      return takeStep[step](visit, flow)
    })
  }

  post('/n/link/binding/:flow/cancel', async (visit) => {
    const flow = flowOf(visit)
    if (flow === undefined) return sendPage(visit, expiredPage(visit))
    const [responseCode, responseMessage] =
      flow.phone !== undefined && isBlocked(engine, flow.phone)
        ? ['4031011', 'OTP Blocked']
        : ['4011000', 'Unauthorized. Cancelled by the user']
    flow.ending ??= Promise.resolve(
      bindingReturnUrl(flow.request.redirectUrl, { responseCode, responseMessage, state: flow.request.state })
    )
    return goTo(visit, await flow.ending)
  })

  const fail = (visit: Visit, flow: BindingFlow, step: BindingStep, error: string) => {
    flow.error = error
    return goTo(visit, bindingAddress(flow, step))
  }

  const takeStep: Record<BindingStep, (visit: Visit, flow: BindingFlow) => FastifyReply | Promise<FastifyReply>> = {
    phone(visit, flow) {
      const { texts, form } = visit
      const phone = flow.request.phone ?? normalisePhone(form.get('phone') ?? '')
      if (phone === undefined) return fail(visit, flow, 'phone', texts.phoneFormat)
      flow.phone = phone
      flow.hasConsented = false
      if (engine.findUserByPhone(phone) !== undefined) return goTo(visit, bindingAddress(flow, 'consent'))
      if (flow.request.allowRegistration) return goTo(visit, bindingAddress(flow, 'register'))
      return fail(visit, flow, 'phone', texts.unknownPhone)
    },

    async register(visit, flow) {
      const { texts, form } = visit
      const name = form.get('name')?.trim() ?? ''
      const pin = form.get('pin') ?? ''
      if (!flow.request.allowRegistration) return fail(visit, flow, 'phone', texts.unknownPhone)
      if (name === '' || name.length > 64) return fail(visit, flow, 'register', texts.nameFormat)
      if (!/^\d{6}$/.test(pin)) return fail(visit, flow, 'register', texts.pinFormat)
      const added = await engine.addUser({ phone: flow.phone!, name, pin })
      // Somebody who registered meanwhile, in another window say, has an account now.
      if (added.refused && engine.findUserByPhone(flow.phone!) === undefined)
        return fail(visit, flow, 'register', texts.accountNotUsable)
      return goTo(visit, bindingAddress(flow, 'consent'))
    },

    consent(visit, flow) {
      flow.hasConsented = true
      return goTo(visit, bindingAddress(flow, 'pin'))
    },

    async pin(visit, flow) {
      const { texts, form } = visit
      const pin = form.get('pin') ?? ''
      if (!/^\d{6}$/.test(pin)) return fail(visit, flow, 'pin', texts.pinFormat)
      const opened = await engine.login({ phone: flow.phone!, pin })
      if (opened.refused) return fail(visit, flow, 'pin', loginError(opened, flow.phone!, engine, texts))
      // A second press that came meanwhile gets the code of the first.
      if (flow.ending !== undefined) return goTo(visit, await flow.ending)
      const { merchant, scopes, externalId, redirectUrl, state } = flow.request
      const granting = engine.grantAuthCode({
        partnerId: merchant.partnerId,
        userId: opened.user.id,
        scopes,
        externalId,
        redirectUrl
      })
      flow.ending = granting.then((granted) =>
        granted.refused
          ? bindingReturnUrl(redirectUrl, {
              responseCode: `${granted.httpStatus}10${granted.caseCode}`,
              responseMessage: granted.message ?? granted.reason,
              state
            })
          : bindingReturnUrl(redirectUrl, {
              responseCode: '2001000',
              responseMessage: 'Successful',
              authCode: granted.authCode.code,
              state
            })
      )
      return goTo(visit, await flow.ending)
    }
  }
}

function flowOf(visit: Visit): BindingFlow | undefined {
  const { flow } = visit.request.params as { flow: string }
  return visit.session.data.bindings.get(flow)
}

function isBlocked(engine: Engine, phone: string): boolean {
  const user = engine.findUserByPhone(phone)
  const blockedUntil = user && engine.readState().wrongPins.get(user.id)?.blockedUntil
  return blockedUntil !== undefined && engine.now() < blockedUntil
}
