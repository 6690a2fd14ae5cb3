import type { PositiveLine } from './rows.ts'

const line = (hs: string, name: string, remark: string | null = null, more: Partial<PositiveLine> = {}): PositiveLine => ({
  hs,
  name,
  remark,
  ...more,
})

/**
 * Some forty lines of the positive list, written by hand, so that the checks can be seen at work. It is neither complete nor
 * official: before selling, replace the row by the published list (a row of rule `positive-list`).
 */
export const positiveSample: readonly PositiveLine[] = [
  line('03061790', 'Shrimps and prawns, frozen', 'Bonded import only', { bondedOnly: true }),
  line('04021000', 'Milk powder, fat up to 1.5 %', 'Formula needs its registration', { excludes: ['unregistered_formula'] }),
  line('04090000', 'Natural honey', 'Except from hives in areas with bee diseases', { excludes: ['unhealthy_bees'] }),
  line('09012100', 'Coffee, roasted, not decaffeinated'),
  line('09021090', 'Green tea, packed up to 3 kg'),
  line('10063020', 'Rice, milled', '20 kg per person and year', { yearlyGrams: 20_000 }),
  line('15092000', 'Olive oil, extra virgin'),
  line('17019910', 'Sugar, granulated', '2 kg per person and year', { yearlyGrams: 2_000 }),
  line('17049000', 'Sugar confectionery'),
  line('18063200', 'Chocolate in blocks, not filled'),
  line('19011010', 'Infant formula', 'Only formula registered in China', { excludes: ['unregistered_formula'] }),
  line('19053100', 'Sweet biscuits'),
  line('20081920', 'Nuts, prepared'),
  line('21011200', 'Coffee preparations'),
  line('21069090', 'Other food preparations', 'Except food with blue-hat items that are not registered', {
    excludes: ['unregistered_health_food'],
  }),
  line('22042100', 'Wine, up to 2 litres'),
  line('22060090', 'Other fermented drinks'),
  line('30049059', 'Medicines in doses', 'Only named goods', { excludes: ['drug'] }),
  line('33030000', 'Perfumes and toilet waters'),
  line('33041000', 'Lip make-up'),
  line('33042000', 'Eye make-up'),
  line('33043000', 'Manicure and pedicure preparations'),
  line('33049100', 'Powders'),
  line('33049900', 'Beauty and skin care', 'Except aerosols', { excludes: ['aerosol'] }),
  line('33051000', 'Shampoo'),
  line('33061010', 'Toothpaste'),
  line('34013000', 'Skin cleansing preparations'),
  line('42022100', 'Handbags, leather', 'Except of endangered species', { excludes: ['cites'] }),
  line('42022200', 'Handbags, plastics or textile'),
  line('48181000', 'Toilet paper'),
  line('49019900', 'Books'),
  line('61091000', 'T-shirts, cotton, knitted'),
  line('64039900', 'Footwear, leather uppers', 'Except of endangered species', { excludes: ['cites'] }),
  line('69111019', 'Porcelain tableware'),
  line('69120010', 'Ceramic tableware'),
  line('73239300', 'Kitchenware, stainless steel'),
  line('85103000', 'Hair-removing appliances'),
  line('85163100', 'Hair dryers'),
  line('91011100', 'Wrist-watches, precious metal, electric'),
  line('91021100', 'Wrist-watches, electric, hands'),
  line('95030021', 'Dolls'),
  line('95063100', 'Golf clubs, complete'),
  line('96032100', 'Toothbrushes'),
  line('96190011', 'Napkins for babies'),
]
