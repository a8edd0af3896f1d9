/** All that runs in the browser. Without it every page works by its buttons, and the server takes a payment once anyhow. */
export const SCRIPT = `'use strict'
const PIN = /^[0-9]{6}$/
addEventListener('input', (event) => {
  const field = event.target
  if (field.matches('[data-submits-itself]') && PIN.test(field.value)) field.form.requestSubmit()
})
addEventListener('submit', (event) => {
  const form = event.target
  if (form.dataset.sent) return event.preventDefault()
  form.dataset.sent = 'yes'
  for (const button of form.querySelectorAll('button')) button.setAttribute('aria-busy', 'true')
})
// Who types fast, or a script that drives the page, may be done before this runs.
const early = document.activeElement
if (early?.matches('[data-submits-itself]') && PIN.test(early.value)) early.form.requestSubmit()
document.querySelector('.menu [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
// A page that the browser kept for its back button must be usable again.
addEventListener('pageshow', (event) => {
  if (!event.persisted) return
  for (const form of document.forms) {
    delete form.dataset.sent
    for (const button of form.querySelectorAll('button')) button.removeAttribute('aria-busy')
    for (const field of form.querySelectorAll('[data-submits-itself]')) field.value = ''
  }
})
`
