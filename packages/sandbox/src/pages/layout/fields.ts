import { type Content, html, type Markup } from '../html/html.js'
import { formatPhone } from '../texts/format-phone.js'
import type { Texts } from '../texts/texts.js'

/**
 * The phone field, with the class names that scripts of DANA's real pages look for.
 *
 * @param phone as accounts are kept under; filled in
 */
export function phoneField(
  texts: Texts,
  { phone, isFixed = false, hint, isWrong }: { phone: string | undefined; isFixed?: boolean; hint: string; isWrong: boolean }
): Markup {
  return html`<div class="field"><label class="new-clearable-input form-ipg-phonenumber" for="phone">${texts.phone}</label><div class="desktop-input"><input class="txt-input-phone-number-field" id="phone" name="phone" type="tel" inputmode="tel" autocomplete="tel-national" maxlength="20" required value="${phone === undefined ? '' : formatPhone(phone)}" aria-describedby="phone-hint${isWrong ? ' error' : ''}"${isFixed && html` readonly`}${isWrong && html` aria-invalid="true"`}></div><span class="hint" id="phone-hint">${hint}</span></div>`
}

/** The PIN field: six digits, after which the form is sent by itself. */
export function pinField(texts: Texts, { isWrong }: { isWrong: boolean }): Markup {
  return html`<div class="field input-pin"><label for="pin">${texts.pin}</label><input class="txt-input-pin-field" id="pin" name="pin" type="password" inputmode="numeric" pattern="[0-9]{6}" maxlength="6" autocomplete="off" required autofocus data-submits-itself aria-describedby="pin-hint${isWrong ? ' error' : ''}"${isWrong && html` aria-invalid="true"`}><span class="hint" id="pin-hint">${texts.pinText}</span></div>`
}

/** A field of the developer's forms. */
export function textField(
  id: string,
  label: Content,
  {
    name = id,
    value = '',
    hint,
    type = 'text',
    inputmode
  }: { name?: string; value?: string; hint?: string; type?: string; inputmode?: string } = {}
): Markup {
  return html`<div class="field"><label for="${id}">${label}</label><input id="${id}" name="${name}" type="${type}" value="${value}" autocomplete="off"${inputmode !== undefined && html` inputmode="${inputmode}"`}${hint !== undefined && html` aria-describedby="${id}-hint"`}>${hint !== undefined && html`<span class="hint" id="${id}-hint">${hint}</span>`}</div>`
}

export function selectField(
  id: string,
  label: Content,
  options: readonly (readonly [value: string, text: string])[],
  { name = id, value }: { name?: string; value?: string } = {}
): Markup {
  const items = options.map(
    ([option, text]) => html`<option value="${option}"${option === value && html` selected`}>${text}</option>`
  )
  return html`<div class="field"><label for="${id}">${label}</label><select id="${id}" name="${name}">${items}</select></div>`
}
