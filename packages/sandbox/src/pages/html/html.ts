let make: (text: string) => Markup

/** Markup that is safe to send. Only `html` makes it, so a value that came from outside is never taken for it. */
export class Markup {
  readonly #text: string

  private constructor(text: string) {
    this.#text = text
  }

  static {
    make = (text) => new Markup(text)
  }

  toString(): string {
    return this.#text
  }
}

/** What may stand in a template: text is escaped, markup is not, lists are joined, and what is missing is left out. */
export type Content = Markup | string | number | bigint | false | null | undefined | readonly Content[]

/**
 * Markup from a template. Every value is escaped, in text and in quoted attributes alike; attributes must be quoted.
 *
 * @example
 * html`<p title="${order.title}">${items.map((item) => html`<b>${item}</b>`)}</p>`
 */
export function html(parts: TemplateStringsArray, ...values: Content[]): Markup {
  let text = parts[0]!
  for (const [index, value] of values.entries()) text += written(value) + parts[index + 1]!
  return make(text)
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function written(value: Content): string {
  if (value === false || value === null || value === undefined) return ''
  if (value instanceof Markup) return value.toString()
  if (Array.isArray(value)) return value.map(written).join('')
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character]!)
}
