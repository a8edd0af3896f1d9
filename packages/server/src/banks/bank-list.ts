/** A bank or e-wallet that money can be sent to. */
export type Bank = {
  /** What the protocol knows it by in a top-up. */
  id: number
  /** What the protocol knows it by everywhere else: lower case, compared without regard to case. */
  code: string
  name: string
  kind: 'bank' | 'ewallet'
  /** Its number in the ATM networks ("014"); '' where it has none. */
  atmCode: string
}

/**
 * Every bank and e-wallet. Ids, codes and names: the public listing of GET /disbursements/banks, 2022, and the SNAP
 * platform codes. ShopeePay and LinkAja stand in the second only, without an id, so theirs (10001, 10002) are ours:
 * far above the listing's, and never to be changed or given to another. The ATM numbers are common knowledge.
 *
 * @example
 * BANKS.filter((bank) => bank.kind === 'ewallet').map((bank) => bank.code) // ['doku', 'gopay', 'ovo', …]
 */
export const BANKS: readonly Bank[] = [
  { id: 12, code: 'mandiri', name: 'Bank Mandiri', kind: 'bank', atmCode: '008' },
  { id: 13, code: 'bri', name: 'Bank Rakyat Indonesia', kind: 'bank', atmCode: '002' },
  { id: 14, code: 'bni', name: 'BNI (Bank Negara Indonesia) & BNI Syariah', kind: 'bank', atmCode: '009' },
  { id: 15, code: 'bca', name: 'Bank Central Asia', kind: 'bank', atmCode: '014' },
  { id: 16, code: 'bsm', name: 'Bank Syariah Mandiri', kind: 'bank', atmCode: '451' },
  { id: 17, code: 'cimb', name: 'CIMB Niaga & CIMB Niaga Syariah', kind: 'bank', atmCode: '022' },
  { id: 18, code: 'muamalat', name: 'Muamalat', kind: 'bank', atmCode: '147' },
  { id: 19, code: 'danamon', name: 'Bank Danamon', kind: 'bank', atmCode: '011' },
  { id: 20, code: 'permata', name: 'Bank Permata & Permata Syariah', kind: 'bank', atmCode: '013' },
  { id: 21, code: 'bii', name: 'Maybank Indonesia', kind: 'bank', atmCode: '016' },
  { id: 22, code: 'panin', name: 'Panin Bank', kind: 'bank', atmCode: '019' },
  { id: 23, code: 'uob', name: 'UOB Indonesia', kind: 'bank', atmCode: '023' },
  { id: 24, code: 'ocbc', name: 'OCBC NISP', kind: 'bank', atmCode: '028' },
  { id: 25, code: 'citibank', name: 'Citibank', kind: 'bank', atmCode: '031' },
  { id: 26, code: 'artha', name: 'Bank Artha Graha Internasional', kind: 'bank', atmCode: '037' },
  { id: 27, code: 'tokyo', name: 'Bank of Tokyo Mitsubishi UFJ', kind: 'bank', atmCode: '042' },
  { id: 28, code: 'dbs', name: 'DBS Indonesia', kind: 'bank', atmCode: '046' },
  { id: 29, code: 'standard_chartered', name: 'Standard Chartered Bank', kind: 'bank', atmCode: '050' },
  { id: 30, code: 'capital', name: 'Bank Capital Indonesia', kind: 'bank', atmCode: '054' },
  { id: 31, code: 'anz', name: 'ANZ Indonesia', kind: 'bank', atmCode: '061' },
  { id: 32, code: 'boc', name: 'Bank of China (Hong Kong) Limited', kind: 'bank', atmCode: '069' },
  { id: 33, code: 'bumi_arta', name: 'Bank Bumi Arta', kind: 'bank', atmCode: '076' },
  { id: 34, code: 'hsbc', name: 'HSBC Indonesia', kind: 'bank', atmCode: '087' },
  { id: 35, code: 'rabobank', name: 'Rabobank International Indonesia', kind: 'bank', atmCode: '089' },
  { id: 36, code: 'mayapada', name: 'Bank Mayapada', kind: 'bank', atmCode: '097' },
  { id: 37, code: 'bjb', name: 'BJB', kind: 'bank', atmCode: '110' },
  { id: 38, code: 'dki', name: 'Bank DKI Jakarta', kind: 'bank', atmCode: '111' },
  { id: 39, code: 'daerah_istimewa', name: 'BPD DIY', kind: 'bank', atmCode: '112' },
  { id: 40, code: 'jawa_tengah', name: 'Bank Jateng', kind: 'bank', atmCode: '113' },
  { id: 41, code: 'jawa_timur', name: 'Bank Jatim', kind: 'bank', atmCode: '114' },
  { id: 42, code: 'jambi', name: 'Bank Jambi', kind: 'bank', atmCode: '115' },
  { id: 43, code: 'sumut', name: 'Bank Sumut', kind: 'bank', atmCode: '117' },
  { id: 44, code: 'sumatera_barat', name: 'Bank Sumbar (Bank Nagari)', kind: 'bank', atmCode: '118' },
  { id: 45, code: 'riau_dan_kepri', name: 'Bank Riau Kepri', kind: 'bank', atmCode: '119' },
  { id: 46, code: 'sumsel_dan_babel', name: 'Bank Sumsel Babel', kind: 'bank', atmCode: '120' },
  { id: 47, code: 'lampung', name: 'Bank Lampung', kind: 'bank', atmCode: '121' },
  { id: 48, code: 'kalimantan_selatan', name: 'Bank Kalsel', kind: 'bank', atmCode: '122' },
  { id: 49, code: 'kalimantan_barat', name: 'Bank Kalbar', kind: 'bank', atmCode: '123' },
  { id: 50, code: 'kalimantan_timur', name: 'Bank Kaltim', kind: 'bank', atmCode: '124' },
  { id: 51, code: 'kalimantan_tengah', name: 'Bank Kalteng', kind: 'bank', atmCode: '125' },
  { id: 52, code: 'sulselbar', name: 'Bank Sulselbar', kind: 'bank', atmCode: '126' },
  { id: 53, code: 'sulut', name: 'Bank SulutGo', kind: 'bank', atmCode: '127' },
  { id: 54, code: 'nusa_tenggara_barat', name: 'Bank NTB', kind: 'bank', atmCode: '128' },
  { id: 55, code: 'bali', name: 'BPD Bali', kind: 'bank', atmCode: '129' },
  { id: 56, code: 'nusa_tenggara_timur', name: 'Bank NTT', kind: 'bank', atmCode: '130' },
  { id: 57, code: 'maluku', name: 'Bank Maluku', kind: 'bank', atmCode: '131' },
  { id: 58, code: 'papua', name: 'Bank Papua', kind: 'bank', atmCode: '132' },
  { id: 59, code: 'bengkulu', name: 'Bank Bengkulu', kind: 'bank', atmCode: '133' },
  { id: 60, code: 'sulawesi', name: 'Bank Sulteng', kind: 'bank', atmCode: '134' },
  { id: 61, code: 'sulawesi_tenggara', name: 'Bank Sultra', kind: 'bank', atmCode: '135' },
  { id: 62, code: 'nusantara_parahyangan', name: 'Bank Nusantara Parahyangan', kind: 'bank', atmCode: '145' },
  { id: 63, code: 'india', name: 'Bank of India Indonesia', kind: 'bank', atmCode: '146' },
  { id: 64, code: 'mestika_dharma', name: 'Bank Mestika Dharma', kind: 'bank', atmCode: '151' },
  { id: 65, code: 'sinarmas', name: 'Bank Sinarmas', kind: 'bank', atmCode: '153' },
  { id: 66, code: 'maspion', name: 'Bank Maspion Indonesia', kind: 'bank', atmCode: '157' },
  { id: 67, code: 'ganesha', name: 'Bank Ganesha', kind: 'bank', atmCode: '161' },
  { id: 68, code: 'icbc', name: 'ICBC Indonesia', kind: 'bank', atmCode: '164' },
  { id: 69, code: 'qnb_kesawan', name: 'QNB Indonesia', kind: 'bank', atmCode: '167' },
  { id: 70, code: 'btn', name: 'BTN (Bank Tabungan Negara)', kind: 'bank', atmCode: '200' },
  { id: 71, code: 'woori', name: 'Bank Woori Saudara', kind: 'bank', atmCode: '212' },
  { id: 72, code: 'tabungan_pensiunan_nasional', name: 'BTPN', kind: 'bank', atmCode: '213' },
  { id: 73, code: 'bri_syr', name: 'BRI (Bank Rakyat Indonesia) Syariah', kind: 'bank', atmCode: '422' },
  { id: 74, code: 'bjb_syr', name: 'BJB Syariah', kind: 'bank', atmCode: '425' },
  { id: 75, code: 'mega', name: 'Bank Mega', kind: 'bank', atmCode: '426' },
  { id: 76, code: 'bukopin', name: 'Bukopin', kind: 'bank', atmCode: '441' },
  { id: 77, code: 'jasa_jakarta', name: 'Bank Jasa Jakarta', kind: 'bank', atmCode: '472' },
  { id: 78, code: 'hana', name: 'KEB Hana Bank Indonesia', kind: 'bank', atmCode: '484' },
  { id: 79, code: 'mnc_internasional', name: 'Bank MNC Internasional', kind: 'bank', atmCode: '485' },
  { id: 80, code: 'agroniaga', name: 'BRI Agroniaga', kind: 'bank', atmCode: '494' },
  { id: 81, code: 'sbi_indonesia', name: 'SBI Indonesia', kind: 'bank', atmCode: '498' },
  { id: 82, code: 'royal', name: 'Bank Royal Indonesia', kind: 'bank', atmCode: '501' },
  { id: 83, code: 'nationalnobu', name: 'Nobu (Nationalnobu) Bank', kind: 'bank', atmCode: '503' },
  { id: 84, code: 'mega_syr', name: 'Bank Mega Syariah', kind: 'bank', atmCode: '506' },
  { id: 85, code: 'ina_perdana', name: 'Bank Ina Perdana', kind: 'bank', atmCode: '513' },
  { id: 86, code: 'sahabat_sampoerna', name: 'Bank Sahabat Sampoerna', kind: 'bank', atmCode: '523' },
  { id: 87, code: 'kesejahteraan_ekonomi', name: 'Bank Kesejahteraan Ekonomi', kind: 'bank', atmCode: '535' },
  { id: 88, code: 'bca_syr', name: 'BCA (Bank Central Asia) Syariah', kind: 'bank', atmCode: '536' },
  { id: 89, code: 'artos', name: 'Bank Artos Indonesia', kind: 'bank', atmCode: '542' },
  { id: 90, code: 'mayora', name: 'Bank Mayora Indonesia', kind: 'bank', atmCode: '553' },
  { id: 91, code: 'index_selindo', name: 'Bank Index Selindo', kind: 'bank', atmCode: '555' },
  { id: 92, code: 'victoria_internasional', name: 'Bank Victoria International', kind: 'bank', atmCode: '566' },
  { id: 93, code: 'agris', name: 'Bank Agris', kind: 'bank', atmCode: '945' },
  { id: 94, code: 'chinatrust', name: 'CTBC (Chinatrust) Indonesia', kind: 'bank', atmCode: '949' },
  { id: 95, code: 'commonwealth', name: 'Commonwealth Bank', kind: 'bank', atmCode: '950' },
  { id: 96, code: 'victoria_syr', name: 'Bank Victoria Syariah', kind: 'bank', atmCode: '405' },
  { id: 97, code: 'banten', name: 'BPD Banten', kind: 'bank', atmCode: '137' },
  { id: 98, code: 'doku', name: 'Doku', kind: 'ewallet', atmCode: '899' },
  { id: 99, code: 'mutiara', name: 'Bank Mutiara', kind: 'bank', atmCode: '095' },
  { id: 100, code: 'panin_syr', name: 'Panin Dubai Syariah', kind: 'bank', atmCode: '517' },
  { id: 101, code: 'gopay', name: 'Gopay', kind: 'ewallet', atmCode: '' },
  { id: 102, code: 'ovo', name: 'OVO', kind: 'ewallet', atmCode: '' },
  { id: 103, code: 'dana', name: 'DANA', kind: 'ewallet', atmCode: '' },
  { id: 10001, code: 'shopeepay', name: 'ShopeePay', kind: 'ewallet', atmCode: '' },
  { id: 10002, code: 'linkaja', name: 'LinkAja', kind: 'ewallet', atmCode: '' }
]
