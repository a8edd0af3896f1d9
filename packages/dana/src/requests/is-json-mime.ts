/** Whether a Content-Type is one of JSON: `application/json`, `application/vnd.company+json`, with or without parameters. */
export function isJsonMime(contentType: string | null | undefined): boolean {
  if (!contentType) return false
  return /^(application\/json|[^;/\s]+\/[^;/\s]+\+json)[ \t]*(;.*)?$/i.test(contentType)
}
