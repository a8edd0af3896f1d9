/** What happened, in the order in which it happened, in words. */
export type Story = {
  tell(atMs: number, who: string, what: string): void
  /** Gives something a name by which it is called from then on: `dis_item_…` becomes `item 2 of batch A`. */
  name(identifier: string, name: string): void
  /** The same text with the names in it. */
  translate(text: string): string
  lines(): string[]
  /** Changes with every line: two runs with the same one went the same way. */
  fingerprint(): string
}

type Line = { atMs: number; who: string; what: string }

export function createStory(startMs: number): Story {
  const told: Line[] = []
  const names = new Map<string, string>()
  let fingerprint = 0
  const translate = (text: string) => text.replace(/\b(?:dis|mer|evt)_\w+/g, (identifier) => names.get(identifier) ?? identifier)
  return {
    tell(atMs, who, what) {
      told.push({ atMs, who, what })
      const text = `${atMs} ${who} ${what}`
      for (let index = 0; index < text.length; index++) fingerprint = (Math.imul(fingerprint, 31) + text.charCodeAt(index)) | 0
    },
    name: (identifier, name) => void names.set(identifier, name),
    translate,
    lines: () => told.map(({ atMs, who, what }) => `${describeTime(atMs - startMs)}  ${who.padEnd(9)} ${translate(what)}`),
    fingerprint: () => `${told.length}:${(fingerprint >>> 0).toString(16)}`
  }
}

/** `2d 03:04:05.678` since the world began. */
function describeTime(ms: number): string {
  const days = Math.floor(ms / 86_400_000)
  const clock = new Date(ms - days * 86_400_000).toISOString().slice(11, 23)
  return `${days > 0 ? `${days}d ` : ''}${clock}`.padStart(16)
}
