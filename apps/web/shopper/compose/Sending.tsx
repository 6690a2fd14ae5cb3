import { useMe } from '../../client/me.ts'
import { said } from '../../i18n/format.ts'
import { useDrafts } from '../../i18n/shopper/drafts/index.ts'
import { MomentField, SelectField, Switch, soonText } from '../../ui/core/index.ts'
import { type Draft, setDraft } from './draft.ts'

/** In whose name, for those who work in a shop. */
export function PostAs({ draft }: { draft: Draft }) {
  const t = useDrafts()
  const me = useMe()
  if (!me || me.shops.length === 0) return null
  return (
    <SelectField
      label={t.as}
      value={draft.shop ?? ''}
      options={[
        { value: '', label: t.myself(me.name ?? me.handle ?? '') },
        ...me.shops.map(s => ({ value: s.shop, label: said(s.name) })),
      ]}
      onChange={shop => setDraft({ shop: shop || null })}
    />
  )
}

/** At once, or at a time of its own. */
export function Later({ draft }: { draft: Draft }) {
  const t = useDrafts()
  return (
    <section className="grid gap-2">
      <Switch
        label={t.later}
        hint={t.laterHint}
        on={draft.at !== null}
        onChange={on => setDraft({ at: on ? soonText() : null })}
      />
      {draft.at !== null && <MomentField label={t.time} value={draft.at} onChange={at => setDraft({ at })} />}
    </section>
  )
}
