/** What DER bytes hold, and what node:crypto calls their encoding. */
export type DerForm = { holds: 'private' | 'public' | 'encrypted'; type: 'pkcs8' | 'pkcs1' | 'spki' | 'sec1' | 'certificate' }

const INTEGER = 0x02
const SEQUENCE = 0x30

/** The ASN.1 tags of the first two elements, and the form that has them. */
const FORMS: { [tags: string]: DerForm } = {
  '2,48': { holds: 'private', type: 'pkcs8' },
  '2,2': { holds: 'private', type: 'pkcs1' },
  '2,4': { holds: 'private', type: 'sec1' },
  '48,4': { holds: 'encrypted', type: 'pkcs8' },
  '48,3': { holds: 'public', type: 'spki' },
  '48,48': { holds: 'public', type: 'certificate' }
}

/**
 * Tells the encodings of keys apart by how they begin. Labels of PEM blocks are no help: a PKCS#8 key under
 * `BEGIN RSA PRIVATE KEY` is a common mistake, and bare base64 has no label. Nor are the errors of OpenSSL, which are others
 * in each runtime.
 */
export function identifyDer(der: Uint8Array): DerForm | undefined {
  if (der[0] !== SEQUENCE) return undefined
  const first = contentOf(der, 0).start
  const { start, end } = contentOf(der, first)
  // A private PKCS#1 key begins with a version, which is one byte; a public one with the modulus.
  if (der[first] === INTEGER && der[end] === INTEGER && end - start > 1) return { holds: 'public', type: 'pkcs1' }
  return FORMS[`${der[first]},${der[end]}`]
}

function contentOf(der: Uint8Array, at: number): { start: number; end: number } {
  const length = der[at + 1] ?? 0
  if (length < 0x80) return { start: at + 2, end: at + 2 + length }
  const start = at + 2 + (length & 0x7f)
  let size = 0
  for (let index = at + 2; index < start; index++) size = size * 256 + (der[index] ?? 0)
  return { start, end: start + size }
}
