import { useCanGoBack, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { Offers, Product, Shop } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { said, textIn } from '../../i18n/format.ts'
import { useShared } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { ArrowLeft, Bookmark, Share } from '../../ui/core/icons.tsx'
import { ErrorBox, IconButton, Skeleton } from '../../ui/core/index.ts'
import { BuyBar } from '../buy/BuyBar.tsx'
import { type Choice, firstChoice, variantOf } from '../buy/choice.ts'
import { Options, Quantity } from '../buy/Options.tsx'
import { Terms } from '../buy/Terms.tsx'
import { offerOf, useOffers, useProduct, useShop } from '../buy/use-product.ts'
import { covered, takeOver } from '../first-picture.ts'
import { saveProduct, useMarks } from '../marks.ts'
import { rememberShare } from '../share-memory.ts'
import { copyShareLink } from '../sheets/share-link.ts'
import { sourceForProduct } from '../source.ts'
import { useViewed } from '../use-viewed.ts'
import { Clips } from './Clips.tsx'
import { Gallery, useFirstClip } from './Gallery.tsx'
import { Maker } from './Maker.tsx'
import { PriceBlock, usePriceHistory } from './PriceBlock.tsx'
import { Reviews } from './Reviews.tsx'
import { Seller } from './Seller.tsx'

const RunningOffers = lazy(() => import('../parts/RunningOffers.tsx'))

export function ProductPage() {
  const { product: id } = useParams({ from: '/product/$product' })
  const { share } = useSearch({ from: '/product/$product' })
  const product = useProduct(id)
  const offers = useOffers(id)
  const shop = useShop(product.data?.shop)
  // While the server's picture is over the page, all that came with it goes in at once: nothing moves later.
  const coming = [useFirstClip(id).pending, usePriceHistory(id).isPending].includes(true) && covered()
  useEffect(() => {
    if (share) rememberShare(id, share)
  }, [id, share])
  const failed = product.error ?? offers.error ?? shop.error
  const settled = Boolean(failed ?? (product.data && offers.data && shop.data && !coming))
  useEffect(() => {
    if (settled) void takeOver()
  }, [settled])
  if (failed)
    return <ErrorBox error={failed} retry={() => void Promise.all([product.refetch(), offers.refetch(), shop.refetch()])} />
  if (!product.data || !offers.data || !shop.data || coming) return <Waiting />
  return <Loaded key={id} product={product.data} offers={offers.data} shop={shop.data} />
}

function Waiting() {
  return (
    <div className="product-page" aria-hidden="true">
      <Skeleton ratio={1} className="product-media !rounded-none" />
      <div className="product-side grid content-start gap-4 p-4">
        <Skeleton className="h-7 w-3/4" />
        <Skeleton className="h-9 w-40" />
        <Skeleton className="h-24" />
      </div>
    </div>
  )
}

function Loaded({ product, offers, shop }: { product: Product; offers: Offers; shop: Shop }) {
  const page = useRef<HTMLDivElement>(null)
  const [choice, setChoice] = useState<Choice>(() => firstChoice(product))
  const [quantity, setQuantity] = useState(1)
  const variant = variantOf(product, choice)
  const offer = offerOf(offers, variant)
  const wanted = Math.min(quantity, Math.max(1, variant?.available ?? 1))
  const source = useMemo(() => sourceForProduct(product.id), [product.id])
  useViewed(page, { name: 'product.viewed', id: product.id, source }, true)
  const name = textIn(product.name)
  return (
    <div ref={page} className="product-page">
      <Top product={product} />
      <Gallery product={product} variant={variant} />
      <div className="product-side">
        <h1 className="text-title desk:pe-[108px] desk:text-heading" lang={langTag(name.lang)}>
          {name.text}
        </h1>
        <PriceBlock product={product} shop={shop} offer={offer} from={offers.from} source={source} />
        <Options product={product} choice={choice} onChoice={setChoice} />
        <Quantity product={product} choice={choice} quantity={wanted} onQuantity={setQuantity} />
        {offer && (
          <Terms
            shop={shop}
            subtotal={{ minor: String(BigInt(offer.price.minor) * BigInt(wanted)), currency: offer.price.currency }}
          />
        )}
        <Suspense>
          <RunningOffers shop={shop.id} market={shop.country} product={product.id} variant={variant?.id} />
        </Suspense>
        <div className="product-bar">
          <BuyBar product={product} shop={shop} variant={variant} unit={offer?.price} quantity={wanted} source={source} />
        </div>
        <Seller shop={shop} />
      </div>
      <div className="product-more">
        <Reviews product={product} source={source} />
        <Clips product={product.id} />
        <Maker product={product} />
        <About product={product} />
      </div>
    </div>
  )
}

function Top({ product }: { product: Product }) {
  const t = useT()
  const shared = useShared()
  const router = useRouter()
  const canGoBack = useCanGoBack()
  const saved = useMarks(s => s.saved[product.id] ?? false)
  const round = 'bg-surface/85 shadow-[var(--shadow)]'
  return (
    <div className="product-top">
      <IconButton
        label={shared.back}
        className={round}
        onClick={() => (canGoBack ? router.history.back() : void router.navigate({ to: '/' }))}
      >
        <ArrowLeft />
      </IconButton>
      <span className="flex-1" />
      <IconButton
        label={saved ? t.watch.saved : t.product.save}
        aria-pressed={saved}
        className={round}
        onClick={() => saveProduct(product.id, !saved)}
      >
        <Bookmark fill={saved ? 'currentColor' : 'none'} />
      </IconButton>
      <IconButton label={t.watch.share} className={round} onClick={() => void copyShareLink({ kind: 'product', id: product.id })}>
        <Share />
      </IconButton>
    </div>
  )
}

function About({ product }: { product: Product }) {
  const t = useT().product
  const text = textIn(product.description)
  return (
    <section className="border-t border-line py-6">
      {text.text && (
        <>
          <h2 className="mb-2 text-title">{t.about}</h2>
          <p className="mb-6 max-w-[66ch] whitespace-pre-line" lang={langTag(text.lang)}>
            {text.text}
          </p>
        </>
      )}
      {product.specs.length > 0 && (
        <>
          <h2 className="mb-2 text-title">{t.specs}</h2>
          <dl className="grid">
            {product.specs.map(spec => (
              <div key={said(spec.name)} className="grid grid-cols-[120px_1fr] gap-4 border-b border-line py-3 last:border-0">
                <dt className="text-ink-2">{said(spec.name)}</dt>
                <dd>{said(spec.value)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  )
}
