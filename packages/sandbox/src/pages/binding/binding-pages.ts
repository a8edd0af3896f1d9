import { ASSETS } from '../assets/assets.js'
import { html, type Markup } from '../html/html.js'
import { phoneField, pinField } from '../layout/fields.js'
import { errorNotice } from '../layout/notices.js'
import type { Page } from '../layout/send-page.js'
import { formatPhone } from '../texts/format-phone.js'
import type { Texts } from '../texts/texts.js'
import { formOf, type Visit } from '../visits/visit.js'
import { type BindingFlow, type BindingStep, bindingAddress } from './binding-flow.js'
import type { BindingFault } from './read-binding-request.js'

/** Each step of a binding as a page. Every form of them may end at the merchant. */
export const BINDING_PAGES: Record<BindingStep, (visit: Visit, flow: BindingFlow, error: string | undefined) => Page> = {
  phone(visit, flow, error) {
    const { texts } = visit
    const { merchant, phone } = flow.request
    const hint = phone === undefined ? texts.phoneHint : texts.bindFixedPhone(merchant.name)
    const field = phoneField(texts, {
      phone: phone ?? flow.phone,
      isFixed: phone !== undefined,
      hint,
      isWrong: error !== undefined
    })
    return stepPage(visit, flow, 1, {
      title: texts.bindTitle,
      text: texts.bindText(merchant.name),
      error,
      content: formOf(visit, bindingAddress(flow, 'phone'), [
        field,
        html`<button class="btn btn-primary btn-continue" type="submit">${texts.next}</button>`
      ])
    })
  },

  register(visit, flow, error) {
    const { texts } = visit
    return stepPage(visit, flow, 1, {
      title: texts.registerTitle,
      text: texts.registerText(formatPhone(flow.phone!)),
      error,
      content: formOf(visit, bindingAddress(flow, 'register'), [
        html`<div class="field"><label for="name">${texts.name}</label><input id="name" name="name" type="text" autocomplete="name" maxlength="64" required aria-describedby="error"></div>
<div class="field"><label for="new-pin">${texts.newPin}</label><input id="new-pin" name="pin" type="password" inputmode="numeric" pattern="[0-9]{6}" maxlength="6" autocomplete="new-password" required aria-describedby="error"></div>
<button class="btn btn-primary" type="submit">${texts.register}</button>`
      ])
    })
  },

  consent(visit, flow, error) {
    const { texts } = visit
    const { merchant, scopes } = flow.request
    return stepPage(visit, flow, 2, {
      title: texts.consentTitle(merchant.name),
      text: undefined,
      error,
      content: [
        who(visit, flow),
        html`<p class="muted">${texts.consentText(merchant.name)}</p><ul class="scopes">${scopes.map((scope) => html`<li><span>${inPlainWords(scope, texts)}</span></li>`)}</ul><p class="small muted">${texts.consentNote}</p>`,
        formOf(
          visit,
          bindingAddress(flow, 'consent'),
          html`<button class="btn-continue fs-unmask btn btn-primary" type="submit">${texts.consentAgree}</button>`
        )
      ]
    })
  },

  pin(visit, flow, error) {
    const { texts } = visit
    return stepPage(visit, flow, 3, {
      title: texts.pinTitle,
      text: undefined,
      error,
      content: [
        who(visit, flow),
        formOf(visit, bindingAddress(flow, 'pin'), [
          pinField(texts, { isWrong: error !== undefined }),
          html`<button class="btn btn-strong" type="submit">${texts.next}</button>`
        ])
      ]
    })
  }
}

export function bindingFaultPage({ texts }: Visit, fault: BindingFault): Page {
  const sentences: Record<BindingFault['kind'], (name: string) => string> = {
    missing: texts.errorMissing,
    format: texts.errorFormat,
    twice: texts.errorTwice,
    partner: texts.errorPartner,
    merchant: texts.errorMerchant,
    signature: texts.errorSignature,
    phone: texts.errorPhone
  }
  return {
    title: texts.errorTitle,
    status: Number(fault.responseCode.slice(0, 3)),
    body: html`<section class="card"><header><h1>${texts.errorTitle}</h1></header><p class="notice notice-bad" role="alert">${sentences[fault.kind](fault.parameter)}</p><p class="error-code">${texts.errorCode} <code>${fault.responseCode}</code> · <a href="/_sandbox/">${texts.errorForDevelopers}</a></p></section>`
  }
}

/** After three wrong PINs: nothing is left but the way back. */
export function bindingBlockedPage(visit: Visit, flow: BindingFlow): Page {
  const { texts } = visit
  return {
    title: texts.blockedTitle,
    leadsElsewhere: true,
    body: html`<section class="card"><header><h1>${texts.blockedTitle}</h1></header>${errorNotice(texts.blocked)}${formOf(
      visit,
      bindingAddress(flow, 'cancel'),
      html`<button class="btn btn-strong" type="submit">${texts.returnTo(flow.request.merchant.name)}</button>`
    )}</section>`
  }
}

export function bindingFinishedPage({ texts }: Visit): Page {
  return {
    title: texts.finishedTitle,
    body: html`<section class="card"><header><h1>${texts.finishedTitle}</h1><p class="muted">${texts.finishedText}</p></header></section>`
  }
}

function stepPage(
  visit: Visit,
  flow: BindingFlow,
  step: number,
  {
    title,
    text,
    error,
    content
  }: { title: string; text: string | undefined; error: string | undefined; content: Markup | Markup[] }
): Page {
  const { texts } = visit
  const monogram = [...flow.request.merchant.name][0]?.toUpperCase()
  return {
    title,
    leadsElsewhere: true,
    body: html`<section class="card"><header><p class="progress">${texts.steps(step, 3)}</p><div class="pair" aria-hidden="true"><span class="monogram">${monogram}</span><span class="link"></span><span class="monogram"><img src="${ASSETS.icon.path}" alt=""></span></div><h1>${title}</h1>${text !== undefined && html`<p class="muted">${text}</p>`}</header>${errorNotice(error)}${content}${formOf(
      visit,
      bindingAddress(flow, 'cancel'),
      html`<button class="btn btn-text" type="submit">${texts.cancel}</button>`
    )}</section>`
  }
}

function who({ texts }: Visit, flow: BindingFlow): Markup {
  const change =
    flow.request.phone === undefined && html`<a class="btn btn-text" href="${bindingAddress(flow, 'phone')}">${texts.change}</a>`
  return html`<p class="who"><span class="number">${formatPhone(flow.phone!)}</span>${change}</p>`
}

function inPlainWords(scope: string, { scopes, otherScope }: Texts): string {
  return Object.hasOwn(scopes, scope) ? scopes[scope as keyof typeof scopes] : otherScope(scope)
}
