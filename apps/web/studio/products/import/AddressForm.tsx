import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../../client/api.ts'
import { queryClient } from '../../../client/query.ts'
import type { Language } from '../../../i18n/core.ts'
import { useT } from '../../../i18n/studio/index.ts'
import { Button, Field, SelectField } from '../../../ui/core/index.ts'
import { Panel, useGo } from '../../../ui/desk/index.ts'
import { useMyShop } from '../../shop-choice.ts'
import { errorText } from './import-data.ts'

const rhythms = ['never', 'hourly', 'daily'] as const
type Rhythm = (typeof rhythms)[number]

/** Once: with a preview first. On a schedule: fetched and imported from now on. */
export function AddressForm({ language }: { language: Language }) {
  const t = useT()
  const go = useGo()
  const { shop } = useMyShop()
  const [url, setUrl] = useState('')
  const [every, setEvery] = useState<Rhythm>('never')
  const params = { path: { shop } }
  const send = useMutation({
    mutationFn: async () => {
      const address = url.trim()
      if (every === 'never')
        return (await ask(api.POST('/v1/shops/{shop}/imports', { params, body: { url: address, language } }))).id
      const body = { url: address, language, every }
      return (await ask(api.POST('/v1/shops/{shop}/import-schedules', { params, body }))).last?.id
    },
    onSuccess: async run => {
      void queryClient.invalidateQueries({ queryKey: ['import-schedules'] })
      void queryClient.invalidateQueries({ queryKey: ['imports'] })
      if (run) await go({ to: '/products/import/$run', params: { run } })
    },
  })
  return (
    <Panel title={t.imports.address}>
      <form
        className="grid gap-3"
        onSubmit={e => {
          e.preventDefault()
          send.mutate()
        }}
      >
        <Field
          label={t.imports.url}
          type="url"
          required
          maxLength={2000}
          placeholder="https://"
          autoComplete="off"
          value={url}
          wrong={send.error ? errorText(send.error) : null}
          onChange={e => {
            setUrl(e.target.value)
            send.reset()
          }}
        />
        <SelectField
          label={t.imports.every}
          hint={every === 'never' ? undefined : t.imports.scheduleHint}
          value={every}
          options={rhythms.map(r => ({ value: r, label: t.imports[r] }))}
          onChange={value => setEvery(value as Rhythm)}
        />
        <div className="flex justify-end">
          <Button kind="act" type="submit" busy={send.isPending}>
            {every === 'never' ? t.imports.look : t.imports.scheduleNow}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
