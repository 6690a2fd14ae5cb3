import type { Product } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { textIn } from '../../i18n/format.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Thumb } from '../../ui/core/index.ts'

/** Who made it and where, and who answers for it; nothing where nobody has said. */
export function Maker({ product }: { product: Product }) {
  const t = useT().product
  const { maker, responsible } = product
  const text = textIn(maker?.text ?? {})
  const place = textIn(maker?.place ?? {})
  if (!text.text && !place.text && !responsible) return null
  return (
    <section className="border-t border-line py-6">
      {(text.text || place.text) && <h2 className="mb-2 text-title">{t.maker}</h2>}
      {place.text && (
        <p className="mb-2 text-ink-2" lang={langTag(place.lang)}>
          {place.text}
        </p>
      )}
      {text.text && (
        <p className="mb-4 max-w-[66ch] whitespace-pre-line" lang={langTag(text.lang)}>
          {text.text}
        </p>
      )}
      {maker && maker.pictures.length > 0 && (
        <ul className="m-0 mb-4 grid list-none grid-cols-3 gap-2 p-0 desk:max-w-[520px]">
          {maker.pictures.map(p => (
            <li key={p.id}>
              <Thumb className="aspect-square w-full rounded-chip" src={p.url} hash={p.thumbhash} />
            </li>
          ))}
        </ul>
      )}
      {responsible && (
        <p className="text-meta text-ink-2 [overflow-wrap:anywhere]">
          {t.responsible}
          <br />
          {responsible.name}, {responsible.address}, {responsible.email}
        </p>
      )}
    </section>
  )
}
