import { expect, test } from 'vitest'
import { filesOf, preloads } from './build-files.ts'
import { firstOfFeed, firstOfProduct } from './first-picture.ts'

const clip = (width: number, height: number) => ({ video: { poster: '/media/med_1/poster.webp', width, height }, pictures: [] })

test('an upright clip’s poster fills the stage, another is shown whole; a slide of pictures shows its first, an empty feed nothing', () => {
  expect(firstOfFeed(clip(540, 960))?.html).toContain('data-cover')
  expect(firstOfFeed(clip(960, 960))?.html).not.toContain('data-cover')
  expect(
    firstOfFeed({ video: null, pictures: [{ url: '/media/med_2/full.webp' }, { url: '/media/med_3/full.webp' }] })?.url,
  ).toBe('/media/med_2/full.webp')
  expect(firstOfFeed(undefined)).toBeNull()
})

test('a post that tries several covers draws none early: which one a person is shown, only the client knows', () => {
  expect(firstOfFeed({ ...clip(540, 960), variants: [{}] })).toBeNull()
})

test('a product’s clip comes before its pictures, without either nothing is drawn, and its name is text and no markup', () => {
  const product = { name: { en: '<b>Cup & "saucer"</b>' }, pictures: [{ url: '/media/med_1/full.webp' }] }
  expect(firstOfProduct(product, null, 'en')?.url).toBe('/media/med_1/full.webp')
  expect(firstOfProduct(product, '/media/med_2/poster.webp', 'en')?.url).toBe('/media/med_2/poster.webp')
  expect(firstOfProduct(product, null, 'en')?.html).toContain('&lt;b>Cup &amp; &quot;saucer&quot;&lt;/b>')
  expect(firstOfProduct({ name: {}, pictures: [] }, null, 'en')).toBeNull()
})

test('a page asks at once for the app, the words of its language and the code of its route, each once, code behind the picture', () => {
  const manifest = {
    'index.html': { file: 'assets/i.js', css: ['assets/i.css'], imports: ['_boot.js'], dynamicImports: ['shopper/app.tsx'] },
    '_boot.js': { file: 'assets/boot.js' },
    'shopper/app.tsx': { file: 'assets/app.js', imports: ['_boot.js'], dynamicImports: ['shopper/product/ProductPage.tsx'] },
    'shopper/product/ProductPage.tsx': { file: 'assets/product.js', css: ['assets/product.css'], imports: ['_boot.js'] },
    'i18n/shopper/ja.ts': { file: 'assets/ja.js' },
    'i18n/shopper/en.ts': { file: 'assets/en.js' },
  }
  const asked = (path: string) => [...preloads(manifest, path, 'ja', false).matchAll(/href="([^"]+)"/g)].map(found => found[1])
  expect(asked('/')).toEqual(['/assets/app.js', '/assets/ja.js'])
  expect(asked('/product/prd_1')).toEqual(['/assets/app.js', '/assets/ja.js', '/assets/product.js', '/assets/product.css'])
  expect(preloads(manifest, '/', 'ja', false).match(/rel="modulepreload"/g)).toHaveLength(2)
  expect(preloads(manifest, '/product/prd_1', 'ja', true).match(/rel="\w+"/g)).toEqual([
    ...Array(3).fill('rel="later"'),
    'rel="stylesheet"',
  ])
  expect(filesOf(manifest).first).toEqual(['/assets/i.js', '/assets/i.css', '/assets/boot.js', '/assets/app.js'])
})
