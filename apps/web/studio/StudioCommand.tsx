import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, ask } from '../client/api.ts'
import { money, said, textIn } from '../i18n/format.ts'
import { useStudioDesk } from '../i18n/studio/desk/index.ts'
import { useFulfil } from '../i18n/studio/fulfil/index.ts'
import { useT } from '../i18n/studio/index.ts'
import { LayoutGrid, Package, Plus, User } from '../ui/core/icons.tsx'
import { Command, type CommandGroup, type CommandItem, type Search, useDebounced, useGo, useStored } from '../ui/desk/index.ts'
import { askPage } from './products/list-data.ts'
import { useMyShop } from './shop-choice.ts'

interface Recent {
  readonly label: string
  readonly to: string
  readonly params?: Readonly<Record<string, string>>
  readonly search?: Search
}
const readRecent = (text: string): readonly Recent[] => {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? (list as Recent[]) : []
  } catch {
    return []
  }
}

/** Everything of the shop from one field: pages, actions, and what the words find among products, orders and people. */
export function StudioCommand({ onClose }: { onClose: () => void }) {
  const t = useStudioDesk().command
  const { shop } = useMyShop()
  const go = useGo()
  const [words, setWords] = useState('')
  const [stored, setStored] = useStored(`enishi.studio.recent.${shop}`, '[]')
  const recent = readRecent(stored)
  const visit = (r: Recent) => {
    setStored(JSON.stringify([r, ...recent.filter(x => x.label !== r.label)].slice(0, 6)))
    void go(r)
  }
  const found = useFound(words, visit)
  const typed = words.normalize('NFKC').trim().toLowerCase()
  const fits = (item: CommandItem) => typed === '' || item.label.normalize('NFKC').toLowerCase().includes(typed)
  const places = usePlaces(r => void go(r))
  const groups: CommandGroup[] = [
    {
      name: t.recent,
      items: typed === '' ? recent.map(r => ({ key: `recent ${r.label}`, label: r.label, run: () => visit(r) })) : [],
    },
    ...found.groups,
    { name: t.actions, items: places.actions.filter(fits) },
    { name: t.pages, items: places.pages.filter(fits) },
  ]
  return (
    <Command
      title={t.title}
      placeholder={t.placeholder}
      hint={t.hint}
      none={found.failed ? t.failed : t.none}
      said={t.found}
      busy={found.busy ? t.searching : null}
      groups={groups}
      words={words}
      onWords={setWords}
      onClose={onClose}
    />
  )
}

function usePlaces(go: (r: Recent) => void): { pages: CommandItem[]; actions: CommandItem[] } {
  const s = useT()
  const { role } = useMyShop()
  const t = useStudioDesk().command
  const f = useFulfil()
  const at = (label: string, to: string, icon?: CommandItem['icon']): CommandItem => ({
    key: to,
    label,
    icon,
    run: () => go({ label, to }),
  })
  return {
    pages: [
      at(s.nav.home, '/'),
      at(s.nav.orders, '/orders'),
      at(f.returns, '/returns'),
      at(f.declarations, '/declarations'),
      at(s.nav.products, '/products'),
      at(s.nav.promotions, '/promotions'),
      at(s.nav.content, '/content'),
      at(s.nav.customers, '/customers'),
      ...(role === 'owner' ? [at(s.nav.finance, '/finance')] : []),
      at(s.nav.reviews, '/reviews'),
      at(s.nav.staff, '/staff'),
      at(s.nav.legal, '/legal'),
      at(s.nav.trade, '/trade'),
      at(s.nav.shop, '/shop'),
    ],
    actions: [at(t.newProduct, '/products/new', <Plus size={16} />), at(t.import, '/products/import')],
  }
}

/** What the words find; asked for when typing pauses. */
function useFound(words: string, visit: (r: Recent) => void) {
  const t = useStudioDesk().command
  const { shop } = useMyShop()
  const late = useDebounced(words.trim(), 200)
  const found = useQuery({
    queryKey: ['command', shop, late],
    enabled: late !== '',
    staleTime: 10_000,
    retry: false,
    queryFn: async () => {
      const [products, orders] = await Promise.all([
        askPage(shop, { words: late }, 'created', ''),
        ask(api.GET('/v1/shops/{shop}/orders', { params: { path: { shop }, query: { view: 'all', words: late, limit: 20 } } })),
      ])
      return { products: products.items.slice(0, 6), orders: orders.items }
    },
  })
  const data = late === '' ? undefined : found.data
  const products = (data?.products ?? []).map((p): CommandItem => {
    const { text, lang } = textIn(p.name)
    const label = text || (p.variants[0]?.sku ?? '')
    return {
      key: p.id,
      label,
      lang,
      note: p.variants[0]?.sku ?? '',
      icon: <LayoutGrid size={16} />,
      run: () => visit({ label, to: '/products/$product', params: { product: p.id } }),
    }
  })
  const orders = (data?.orders ?? []).slice(0, 6).map((o): CommandItem => {
    const label = [o.number, o.address?.name ?? said(o.lines[0]?.name ?? {})].join(' · ')
    return {
      key: o.id,
      label,
      note: money(o.total),
      icon: <Package size={16} />,
      run: () => visit({ label, to: '/orders/$order', params: { order: o.id } }),
    }
  })
  const typed = late.normalize('NFKC').toLowerCase()
  const names = [...new Set((data?.orders ?? []).flatMap(o => o.address?.name ?? []))].filter(n =>
    n.normalize('NFKC').toLowerCase().includes(typed),
  )
  const customers = names.slice(0, 4).map(
    (name): CommandItem => ({
      key: `customer ${name}`,
      label: t.ordersOf(name),
      icon: <User size={16} />,
      run: () => visit({ label: t.ordersOf(name), to: '/orders', search: { view: 'all', q: name } }),
    }),
  )
  return {
    groups: [
      { name: t.products, items: products },
      { name: t.orders, items: orders },
      { name: t.customers, items: customers },
    ],
    busy: words.trim() !== '' && (late !== words.trim() || found.isPending),
    failed: found.isError,
  }
}

/** Ctrl+K or ⌘K anywhere in the studio. */
export function useCommandKey(): readonly [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (e: globalThis.KeyboardEvent) => {
      if (e.isComposing || e.key.toLowerCase() !== 'k' || !(e.metaKey || e.ctrlKey) || e.shiftKey || e.altKey) return
      e.preventDefault()
      setOpen(now => !now)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return [open, setOpen]
}
