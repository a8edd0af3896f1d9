import { CUSTOMER_TEXTS_ENGLISH } from './customer-texts-english.js'
import { CUSTOMER_TEXTS_INDONESIAN } from './customer-texts-indonesian.js'
import { DEVELOPER_TEXTS_ENGLISH } from './developer-texts-english.js'
import { DEVELOPER_TEXTS_INDONESIAN } from './developer-texts-indonesian.js'

/** The languages of the pages, by their code in `lang`. */
export type Language = 'id' | 'en'

/** Everything the pages say, in one language. */
export type Texts = typeof CUSTOMER_TEXTS_INDONESIAN & { developer: typeof DEVELOPER_TEXTS_INDONESIAN }

export const TEXTS: Record<Language, Texts> = {
  id: { ...CUSTOMER_TEXTS_INDONESIAN, developer: DEVELOPER_TEXTS_INDONESIAN },
  en: { ...CUSTOMER_TEXTS_ENGLISH, developer: DEVELOPER_TEXTS_ENGLISH }
}

export function isLanguage(text: string | undefined): text is Language {
  return text === 'id' || text === 'en'
}
