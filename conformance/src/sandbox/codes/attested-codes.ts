import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A response code that somebody was seen to give: DANA's acceptance tests, its clients or its documents. */
export type AttestedCode = {
  operationId: string
  code: string
  /** With `{field}` or `[reason]` where the answer says which. */
  message: string
}

type Operation = {
  operationId: string
  'x-response-codes'?: { code: string; message: string; description: string }[]
}
type Specification = Record<'paths' | 'webhooks', Record<string, { post: Operation }>>

const TAGS = /\[([A-Z0-9, ]+)\]\s*$/
const ATTESTING = ['UAT', 'SDK', 'DOC']

/**
 * Every code of the specification's operations that is tagged UAT, SDK or DOC: those of the nine operations, and those that
 * merchants answer a notification with.
 *
 * @throws when a code's description ends without tags
 */
export function readAttestedCodes(): AttestedCode[] {
  const path = new URL('../../../../specs/dana-widget.openapi.yaml', import.meta.url)
  const { paths, webhooks }: Specification = parse(readFileSync(path, 'utf8'))
  const operations = [...Object.values(paths), ...Object.values(webhooks)].map(({ post }) => post)
  return operations.flatMap(({ operationId, 'x-response-codes': codes = [] }) =>
    codes
      .filter(({ code, description }) => tagsOf(code, description).some((tag) => ATTESTING.includes(tag)))
      .map(({ code, message }) => ({ operationId, code, message }))
  )
}

function tagsOf(code: string, description: string): string[] {
  const tags = TAGS.exec(description)?.[1]
  if (tags === undefined) throw new Error(`the description of ${code} says nowhere who attests it`)
  return tags.split(',').map((tag) => tag.trim())
}
