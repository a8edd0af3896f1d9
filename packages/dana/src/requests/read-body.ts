/**
 * Reads a response once: its JSON, else its text.
 *
 * dana-node only calls `json()`, so a mock of `fetch` in a test may answer with an object that has nothing else.
 */
export async function readBody(response: Response): Promise<{ isJson: boolean; body: unknown }> {
  if (typeof response.text !== 'function') return { isJson: true, body: await (response as Response).json() }
  const text = await response.text()
  try {
    return { isJson: true, body: JSON.parse(text) }
  } catch {
    return { isJson: false, body: text }
  }
}
