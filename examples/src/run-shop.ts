// Runs the shop: `arus sandbox --env-file .env`, then `node examples/dist/run-shop.js` beside that file.

import '@arus/dana/env'
import process from 'node:process'
import { Dana } from '@arus/dana'
import { createShop } from './shop/create-shop.js'

const { DANA_PUBLIC_KEY = '', MERCHANT_ID = '', PORT = '3000', SHOP_URL = 'http://localhost:3000' } = process.env

const shop = createShop({ dana: new Dana(), danaPublicKey: DANA_PUBLIC_KEY, merchantId: MERCHANT_ID, publicUrl: SHOP_URL })
await shop.start({ port: Number(PORT) })
console.log(`The shop is open: ${SHOP_URL}`)
