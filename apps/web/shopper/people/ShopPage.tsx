import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import type { Shop } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { date, money, textIn } from '../../i18n/format.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Flag, Package, RotateCcw, Share, Truck } from '../../ui/core/icons.tsx'
import { Avatar, Empty, ErrorBox, IconButton, Skeleton } from '../../ui/core/index.ts'
import { useShop } from '../buy/use-product.ts'
import { List } from '../parts/List.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { ProductGrid, ProductGridSkeleton } from '../parts/ProductCard.tsx'
import { usePages } from '../parts/pages.ts'
import { Tabs } from '../parts/Tabs.tsx'
import { rememberShare } from '../share-memory.ts'
import { copyShareLink } from '../sheets/share-link.ts'
import { useSheet } from '../sheets/sheet.ts'
import { SellerFacts } from './SellerFacts.tsx'

export function ShopPage() {
  const t = useMore().shop
  const { slug } = useParams({ from: '/shop/$slug' })
  const { share } = useSearch({ from: '/shop/$slug' })
  const shop = useShop(slug)
  const id = shop.data?.id
  useEffect(() => {
    if (share && id) rememberShare(id, share)
  }, [share, id])
  if (shop.data) return <Full shop={shop.data} />
  return (
    <>
      <PageHead title="" back wide />
      <div className="mx-auto w-full max-w-[1120px] px-4">
        {!shop.isError ? (
          <div className="grid gap-4" aria-busy="true">
            <Skeleton ratio={3} className="!rounded-card" />
            <Skeleton className="h-20" />
          </div>
        ) : isCode(shop.error, 'not_found') ? (
          <Empty title={t.gone} text={t.goneText} />
        ) : (
          <ErrorBox error={shop.error} retry={() => void shop.refetch()} />
        )}
      </div>
    </>
  )
}

type Tab = 'products' | 'about' | 'facts'
function Full({ shop }: { shop: Shop }) {
  const t = useMore().shop
  const name = textIn(shop.name)
  const about = textIn(shop.about)
  const [tab, setTab] = useState<Tab>('products')
  return (
    <>
      <PageHead title={<span lang={langTag(name.lang)}>{name.text}</span>} back wide aside={<Deeds shop={shop.id} />} />
      <div className="mx-auto grid w-full max-w-[1120px] gap-5 px-4 pb-10">
        {shop.cover && <img src={shop.cover} alt="" className="aspect-[3/1] w-full rounded-card bg-sunk object-cover" />}
        <section className="grid gap-3">
          <Owner shop={shop} />
          <Terms shop={shop} />
        </section>
        <Tabs
          label={name.text}
          tabs={[['products', t.products] as const, ['about', t.about] as const, ['facts', t.facts] as const]}
          now={tab}
          onPick={setTab}
        >
          {tab === 'products' ? (
            <Products shop={shop.id} />
          ) : tab === 'about' ? (
            <p lang={langTag(about.lang)} className="max-w-[62ch] whitespace-pre-line break-words">
              {about.text}
            </p>
          ) : (
            <SellerFacts shop={shop} />
          )}
        </Tabs>
      </div>
    </>
  )
}

function Deeds({ shop }: { shop: string }) {
  const t = useMore()
  const { open } = useSheet()
  return (
    <>
      <IconButton label={t.people.share} onClick={() => void copyShareLink({ kind: 'shop', id: shop })}>
        <Share />
      </IconButton>
      <IconButton
        label={t.shop.report}
        className="-me-2.5"
        onClick={() => open({ kind: 'report', subject: { kind: 'shop', id: shop } })}
      >
        <Flag />
      </IconButton>
    </>
  )
}

function Owner({ shop }: { shop: Shop }) {
  const t = useMore().shop
  return (
    <div className="flex items-center gap-4">
      <Avatar name={textIn(shop.name).text} src={shop.picture} size={64} />
      <div className="min-w-0">
        <Link to="/u/$handle" params={{ handle: shop.owner.handle }} className="block truncate py-1 font-medium hover:underline">
          {shop.owner.name}
        </Link>
        <p className="text-meta text-ink-3">{t.opened(date(shop.opened))}</p>
      </div>
    </div>
  )
}

function Terms({ shop }: { shop: Shop }) {
  const t = useMore().shop
  const sum = (minor: string) => money({ minor, currency: shop.currency })
  const fee =
    shop.shippingFee === '0'
      ? t.shippingFree
      : [t.shipping(sum(shop.shippingFee)), shop.freeShippingFrom && t.freeFrom(sum(shop.freeShippingFrom))]
          .filter(Boolean)
          .join(' · ')
  const row = 'flex items-center gap-2.5'
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1.5 text-meta text-ink-2">
      <li className={row}>
        <Truck size={18} />
        {fee}
      </li>
      <li className={row}>
        <Package size={18} />
        {t.dispatch(shop.dispatchDays)} · {t.arrives(shop.deliveryDays.from, shop.deliveryDays.to)}
      </li>
      <li className={row}>
        <RotateCcw size={18} />
        {t.returnsIn(shop.returnDays)}
      </li>
    </ul>
  )
}

function Products({ shop }: { shop: string }) {
  const t = useMore().shop
  const pages = usePages(['mall', { shop }], cursor =>
    ask(api.GET('/v1/mall', { params: { query: { shop, limit: 24, ...cursor } } })),
  )
  return (
    <List pages={pages} waiting={<ProductGridSkeleton n={4} />} empty={<Empty title={t.noProducts} />}>
      <ProductGrid cards={pages.items} />
    </List>
  )
}
