import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../../client/api.ts'
import { language } from '../../../i18n/core.ts'
import { useT } from '../../../i18n/studio/index.ts'
import { Menu } from '../../../ui/desk/index.ts'
import { useMyShop } from '../../shop-choice.ts'

/** Both forms are links: the CSV is saved, the feed is an address to hand on. */
export function ExportMenu() {
  const t = useT()
  const { shop, slug } = useMyShop()
  const any = useQuery({
    queryKey: ['products', shop, 'any'],
    queryFn: () => ask(api.GET('/v1/shops/{shop}/products', { params: { path: { shop }, query: { limit: 1 } } })),
  }).data
  if (!any || any.items.length === 0) return null
  return (
    <Menu.Root>
      <Menu.Trigger className="btn">{t.imports.export}</Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="z-60" sideOffset={6} align="end">
          <Menu.Popup className="desk-menu">
            <Menu.Item
              className="desk-item plain"
              render={
                <a href={`/v1/shops/${shop}/products.csv?language=${language()}`} download="products.csv">
                  {t.imports.exportCsv}
                </a>
              }
            />
            <Menu.Item
              className="desk-item plain"
              render={
                <a href={`/v1/shops/${slug}/google.xml?language=${language()}`} target="_blank" rel="noreferrer">
                  {t.imports.exportGoogle}
                </a>
              }
            />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
