import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Content, html, Markup } from './html.js'

it('escapes text in elements and in attributes', () => {
  const hostile = `"><script>alert('x')</script>&`
  expect(String(html`<p title="${hostile}">${hostile}</p>`)).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</p>'
  )
})

it('keeps markup, joins lists and leaves out what is missing', () => {
  const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`)
  expect(String(html`${items}${false}${null}${undefined}${0}${12n}`)).toBe('<li>a</li><li>&lt;b&gt;</li>012')
})

it('takes nothing for markup that a request could hold', () => {
  const forged = { text: '<b>', toString: () => '<b>' } as unknown as Content
  expect(String(html`${forged}`)).toBe('&lt;b&gt;')
  expect(() => new (Markup as unknown as new (text: string) => Markup)('<b>').toString()).not.toThrow()
  const likeness = Object.create(Markup.prototype) as Markup
  expect(() => String(html`${likeness}`)).toThrow(TypeError)
})

it('never lets text open or close an element or an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(String(html`<p title="${text}">`).slice('<p title="'.length, -'">'.length)).not.toMatch(/[<>"']/)
    })
  )
})
