import { ApiError } from '../../client/error.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { usePaying } from '../../i18n/shopper/paying/index.ts'
import { type FormField, fieldsFor, type Problem, problems, type Typed } from './address.ts'
import { wordFor } from './countries.ts'

export type Wrongs = Partial<Record<FormField, string>>
/** What is said of wrong fields of an address: ours at once after the first try; the server's names of fields after its refusal. */
export function useWrongs(typed: Typed, country: string, tried: boolean, error: unknown): Wrongs {
  const t = useT().checkout
  const p = usePaying()
  const words: Readonly<Record<Problem, string>> = {
    missing: t.missing,
    email: t.wrongEmail,
    phone: p.wrongPhone,
    postcode: wordFor(p.wrongPostcode, country),
  }
  const wrong: Wrongs = {}
  if (tried)
    for (const [field, problem] of Object.entries(problems(typed, country)) as [FormField, Problem][])
      wrong[field] = words[problem]
  const fields = error instanceof ApiError ? error.details.fields : null
  if (fields && typeof fields === 'object')
    for (const field of fieldsFor(country))
      if (field in fields)
        wrong[field] ??= field === 'postcode' || field === 'phone' || field === 'email' ? words[field] : errorText(error)
  if (error instanceof ApiError && error.code === 'not_shippable') wrong.country ??= p.wrongCountry
  return wrong
}

export const focusWrong = (form: HTMLFormElement | null) =>
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
