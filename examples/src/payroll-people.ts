/** Common given names, put together at random: no real person is meant. */
export const GIVEN_NAMES = [
  ...['Adi', 'Agus', 'Aisyah', 'Andi', 'Anisa', 'Arif', 'Ayu', 'Bagus', 'Bambang', 'Bayu'],
  ...['Budi', 'Citra', 'Dewi', 'Dian', 'Dimas', 'Eka', 'Endang', 'Fajar', 'Fitri', 'Galih'],
  ...['Hendra', 'Indah', 'Intan', 'Irfan', 'Joko', 'Kartika', 'Lestari', 'Made', 'Maya', 'Mega'],
  ...['Nadia', 'Ningsih', 'Nur', 'Putri', 'Rahmat', 'Ratna', 'Reza', 'Rini', 'Rizky', 'Sari'],
  ...['Siti', 'Slamet', 'Sri', 'Surya', 'Taufik', 'Tri', 'Wahyu', 'Wayan', 'Yanti', 'Yusuf']
]

export const SECOND_NAMES = [
  ...['Aditya', 'Anggraini', 'Astuti', 'Cahyani', 'Firmansyah', 'Gunawan', 'Hakim', 'Handayani', 'Hartono', 'Hidayat'],
  ...['Iskandar', 'Kurniawan', 'Kusuma', 'Maharani', 'Maulana', 'Nugroho', 'Nuraini', 'Permata', 'Prasetyo', 'Pratama'],
  ...['Puspita', 'Rahayu', 'Rahmawati', 'Ramadhan', 'Safitri', 'Santoso', 'Saputra', 'Setiawan', 'Suharti', 'Sulistyo'],
  ...['Susanti', 'Syahputra', 'Utami', 'Wardani', 'Wibowo', 'Wicaksono', 'Widodo', 'Wijaya', 'Wulandari', 'Yulianti']
]

/** Banks of the bank list, how many of the people use them, and how long their account numbers are. */
export const BANKS_BY_SHARE = [
  { code: 'bca', share: 26, digits: 10 },
  { code: 'mandiri', share: 20, digits: 13 },
  { code: 'bri', share: 18, digits: 15 },
  { code: 'bni', share: 12, digits: 10 },
  { code: 'bsm', share: 5, digits: 10 },
  { code: 'cimb', share: 4, digits: 13 },
  { code: 'btn', share: 3, digits: 16 },
  { code: 'permata', share: 2, digits: 10 },
  { code: 'danamon', share: 2, digits: 12 },
  { code: 'bii', share: 2, digits: 10 },
  { code: 'panin', share: 1, digits: 10 },
  { code: 'ocbc', share: 1, digits: 12 },
  { code: 'muamalat', share: 1, digits: 10 },
  { code: 'mega', share: 1, digits: 15 },
  { code: 'sinarmas', share: 1, digits: 10 },
  { code: 'bjb', share: 1, digits: 13 },
  { code: 'dki', share: 1, digits: 11 },
  { code: 'jawa_timur', share: 1, digits: 10 },
  { code: 'bali', share: 1, digits: 13 },
  { code: 'artos', share: 1, digits: 12 }
] as const

export const E_WALLETS_BY_SHARE = [
  { code: 'gopay', share: 5 },
  { code: 'ovo', share: 4 },
  { code: 'dana', share: 4 },
  { code: 'shopeepay', share: 2 }
] as const
