import type { Checkout } from '../../client/types.ts'
import { intlTag } from '../../i18n/core.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { usePaying } from '../../i18n/shopper/paying/index.ts'
import { SelectField } from '../../ui/core/index.ts'
import { tokens } from './address.ts'
import { useCountries } from './market.ts'

interface CountryProps {
  readonly checkout: Checkout
  readonly country: string
  readonly moving: boolean
  readonly wrong: string | undefined
  readonly onCountry: (country: string) => void
}
/** Where it goes: a country that every shop of the checkout sends to. */
export function Country({ checkout, country, moving, wrong, onCountry }: CountryProps) {
  const t = useT().checkout
  const p = usePaying()
  const names = new Intl.DisplayNames([intlTag()], { type: 'region' })
  const countries = useCountries(checkout)
  const name = (c: string) => names.of(c) ?? c
  return (
    <SelectField
      label={t.country}
      name="country"
      autoComplete={tokens.country}
      className="col-span-2"
      value={country}
      wrong={wrong ?? null}
      hint={moving ? p.moving : countries.length > 1 ? p.countryHint : p.countryOnly(name(country))}
      options={[...new Set([...countries, country])].map(c => ({ value: c, label: name(c) }))}
      onChange={value => value !== country && onCountry(value)}
    />
  )
}
