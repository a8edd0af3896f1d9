/** The ways in which the PEM text of a key gets written down, by name. All mean the same key. */
export function writtenForms(pem: string): { [name: string]: string | Uint8Array } {
  const lines = pem.trim().split('\n')
  const base64 = lines.slice(1, -1)
  const quoted = ['"', "'", '`'].map((quote) => [`in ${quote} quotes`, quote + lines.join('\\n') + quote])
  return {
    'as it is': pem,
    'without the last line end': pem.trim(),
    'with CRLF': lines.join('\r\n'),
    'with CR': lines.join('\r'),
    'with \\n written out': lines.join('\\n'),
    'with \\r\\n written out': lines.join('\\r\\n'),
    'with \\n escaped twice': lines.join('\\\\n'),
    'with \\n and a line end': lines.join('\\n\n'),
    ...Object.fromEntries(quoted),
    'in quotes, over lines': `"${pem}"`,
    'with spaces around': ` \t\n${pem}\r\n  `,
    'with a byte order mark': `\uFEFF${pem}`,
    indented: lines.map((line) => `      ${line}  `).join('\n'),
    'with words around': `Bag Attributes\n    friendlyName: snap\n${pem}\nend of file\n`,
    'with all on one line': lines.join(''),
    'with spaces for line ends': lines.join(' '),
    'with the markers on lines of their own': [lines[0], base64.join(''), lines.at(-1)].join('\n'),
    'as base64 on one line': base64.join(''),
    'as base64 on lines': base64.join('\n'),
    'as base64 with \\n written out': base64.join('\\n'),
    'as base64 with spaces': base64.join(' '),
    'as base64 in quotes': `"${base64.join('')}"`,
    'as base64 without padding': base64.join('').replaceAll('=', ''),
    'as the bytes of a file': Buffer.from(pem),
    'as the bytes of base64': new TextEncoder().encode(base64.join('')),
    'as DER': Buffer.from(base64.join(''), 'base64')
  }
}
