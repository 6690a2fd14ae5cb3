import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useCallback } from 'react'
import { type SheetState, useSheet } from './sheet.ts'

const Comments = lazy(() => import('./CommentsSheet.tsx'))
const Share = lazy(() => import('./ShareSheet.tsx'))
const Menu = lazy(() => import('./MenuSheet.tsx'))
const Why = lazy(() => import('./WhySheet.tsx'))
const Standing = lazy(() => import('./StandingSheet.tsx'))
const Products = lazy(() => import('./ProductsSheet.tsx'))
const Report = lazy(() => import('./ReportSheet.tsx'))
const Buy = lazy(() => import('../buy/BuySheet.tsx'))

/** The one sheet that the history's entry names, over whatever page is there. */
export function Sheets() {
  const { state } = useLocation()
  const { close } = useSheet()
  const onHeight = useCallback((height: number) => liftStage(height), [])
  const { sheet } = state
  if (!sheet) return null
  return (
    <Suspense>
      <One key={`${sheet.kind}${'post' in sheet ? sheet.post : ''}`} sheet={sheet} onClose={close} onHeight={onHeight} />
    </Suspense>
  )
}

function One({ sheet, ...rest }: { sheet: SheetState; onClose: () => void; onHeight: (height: number) => void }) {
  switch (sheet.kind) {
    case 'comments':
      return <Comments sheet={sheet} {...rest} />
    case 'share':
      return <Share sheet={sheet} {...rest} />
    case 'menu':
      return <Menu sheet={sheet} {...rest} />
    case 'why':
      return <Why sheet={sheet} {...rest} />
    case 'standing':
      return <Standing sheet={sheet} {...rest} />
    case 'products':
      return <Products sheet={sheet} {...rest} />
    case 'report':
      return <Report sheet={sheet} {...rest} />
    case 'buy':
      return <Buy sheet={sheet} {...rest} />
  }
}

/** The clip moves up, so that its middle is in the part of the screen that the sheet leaves (phones; see watch.css). */
function liftStage(height: number): void {
  const { dataset, style } = document.documentElement
  if (height === 0) {
    delete dataset.sheet
    return
  }
  const stage = document.querySelector<HTMLElement>('.slide[data-active] .stage')
  if (!stage) return
  dataset.sheet = ''
  const hidden = Math.max(0, stage.offsetHeight - (innerHeight - height))
  style.setProperty('--lift', `${Math.round(hidden * -0.4)}px`)
}
