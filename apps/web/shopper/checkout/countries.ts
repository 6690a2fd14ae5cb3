/** How an address is asked for in a country: which fields in which order, how its postcode looks, and what is offered to choose from. */
export interface AddressShape {
  readonly fields: readonly PlaceField[]
  readonly postcode: RegExp | null
  /** Parts that such an address does not have are filled with the city, which the server asks for. */
  readonly regions: readonly string[]
}
export type PlaceField = 'postcode' | 'region' | 'city' | 'district' | 'line'

const provinces =
  '北京市 天津市 上海市 重庆市 河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 内蒙古自治区 广西壮族自治区 西藏自治区 宁夏回族自治区 新疆维吾尔自治区'
const states =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY'
const shape = (fields: string, postcode: RegExp | null, regions = ''): AddressShape => ({
  fields: fields.split(' ') as PlaceField[],
  postcode,
  regions: regions === '' ? [] : regions.split(' '),
})
const continental = shape('line postcode city', null)
const shapes: Readonly<Record<string, AddressShape>> = {
  JP: shape('postcode region city line', /^\d{3}-?\d{4}$/),
  CN: shape('region city district line postcode', /^\d{6}$/, provinces),
  US: shape('line city region postcode', /^\d{5}(-\d{4})?$/, states),
  GB: shape('line city postcode', /^[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$/i),
  SG: shape('line postcode', /^\d{6}$/),
  ...Object.fromEntries(
    'AT BE BG CY CZ DE DK EE FI FR GR HR HU LT LU LV MT NL PL PT SE SI SK'.split(' ').map(c => [c, continental]),
  ),
}
const anywhere = shape('line city region postcode', null)

export const shapeOf = (country: string): AddressShape => shapes[country] ?? anywhere
/** A word of a table by country. */
export const wordFor = <T extends { readonly other: string }>(table: T, country: string): string =>
  (table as Readonly<Record<string, string>>)[country] ?? table.other
