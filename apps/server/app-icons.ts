import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'

/** Sizes that a home screen asks for. Maskable: the mark keeps within the middle four fifths, as launchers cut the rest to their shape. */
const icons = {
  'any-192.png': { size: 192, round: true, scale: 1 },
  'any-512.png': { size: 512, round: true, scale: 1 },
  'maskable-512.png': { size: 512, round: false, scale: 0.8 },
  'apple-180.png': { size: 180, round: false, scale: 0.9 },
} as const
export type IconName = keyof typeof icons

/** The logo as a PNG, drawn from the SVG: the mark on ink, with the ground to the edge where the system cuts the corners itself. */
export function drawIcon(svg: string, name: IconName): Promise<Buffer> {
  const { size, round, scale } = icons[name]
  const edge = (32 - 32 * scale) / 2
  const ground = round ? '' : '<rect width="32" height="32" fill="#0a0f17"/>'
  const inner = svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '')
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="${size}" height="${size}">${ground}<g transform="translate(${edge} ${edge}) scale(${scale})">${inner}</g></svg>`
  return sharp(Buffer.from(drawn)).png().toBuffer()
}

/** Drawn when first asked for, then kept. */
export function addAppIcons(app: FastifyInstance, dist: string): void {
  const svg = readFileSync(join(dist, 'icon.svg'), 'utf8')
  const drawn = new Map<IconName, Promise<Buffer>>()
  for (const name of Object.keys(icons) as IconName[])
    app.get(`/icons/${name}`, { schema: { hide: true } }, async (_request, reply) => {
      const kept = drawn.get(name) ?? drawIcon(svg, name)
      drawn.set(name, kept)
      return reply
        .type('image/png')
        .header('cache-control', 'public, max-age=86400')
        .send(await kept)
    })
}
