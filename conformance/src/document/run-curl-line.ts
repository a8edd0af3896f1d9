import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { type RawRequest, sendRequest } from '../http/send-request.js'
import { splitShellWords } from './split-shell-words.js'

/** How a curl line can be sent: by curl itself where it is installed, and always by what its words say. */
export const WAYS: { name: string; send(line: string): Promise<unknown> }[] = [
  ...(isInstalled('curl') ? [{ name: 'curl', send: sendByCurl }] : []),
  { name: 'plain HTTP', send: async (line) => (await sendRequest(readCurlLine(line))).body }
]

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0
}

/** @returns the body of the answer, parsed. */
async function sendByCurl(line: string): Promise<unknown> {
  const shell = spawn('sh', ['-c', line], {
    // Without a terminal: asked for the password that the guide's `-u` leaves out, curl reads the empty one.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, NO_PROXY: '*' }
  })
  const [answer, notes, [exitCode]] = await Promise.all([text(shell.stdout), text(shell.stderr), once(shell, 'exit')])
  if (exitCode !== 0) throw new Error(`the line ended with ${exitCode}: ${notes}`)
  return JSON.parse(answer)
}

/** What curl would make of the options that the guide's lines use. */
export function readCurlLine(line: string): RawRequest {
  const [program, ...words] = splitShellWords(line)
  if (program !== 'curl') throw new Error(`the line runs ${program}, not curl`)
  const request: RawRequest & { headers: Record<string, string> } = { method: 'GET', url: '', headers: {} }
  while (words.length > 0) {
    const word = words.shift()!
    if (!word.startsWith('-')) request.url = word
    else readOption(request, word, words.shift())
  }
  return request
}

function readOption(request: RawRequest & { headers: Record<string, string> }, option: string, value: string | undefined): void {
  if (value === undefined) throw new Error(`nothing follows ${option}`)
  switch (option) {
    case '-X':
      request.method = value
      return
    case '-u':
      request.headers.Authorization = `Basic ${Buffer.from(value.includes(':') ? value : `${value}:`).toString('base64')}`
      return
    case '-H': {
      const [name, ...rest] = value.split(':')
      request.headers[name!] = rest.join(':').trim()
      return
    }
    case '-d':
      request.body = value.replaceAll('\n', '')
      return
    default:
      throw new Error(`the line has ${option}, which is not known here`)
  }
}
