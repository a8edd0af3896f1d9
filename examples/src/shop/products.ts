import type { Texts } from './texts.js'

export type Product = {
  id: 'gayo' | 'toraja' | 'kintamani'
  name: string
  /** What its label says. */
  origin: string
  /** Rupiah, two decimals. */
  price: string
  about: keyof Texts
  /** The colours of its bag: ground and label. */
  colors: readonly [string, string]
}

export const PRODUCTS: readonly Product[] = [
  {
    id: 'gayo',
    name: 'Kopi Gayo 250\u00a0g',
    origin: 'Gayo',
    price: '85000.00',
    about: 'aboutGayo',
    colors: ['#7a4a2b', '#f3d9b1']
  },
  {
    id: 'toraja',
    name: 'Kopi Toraja 250\u00a0g',
    origin: 'Toraja',
    price: '98000.00',
    about: 'aboutToraja',
    colors: ['#2f4b3c', '#e6e2c3']
  },
  {
    id: 'kintamani',
    name: 'Kopi Kintamani 250\u00a0g',
    origin: 'Kintamani',
    price: '92500.00',
    about: 'aboutKintamani',
    colors: ['#8c2f39', '#f7d6c4']
  }
]
