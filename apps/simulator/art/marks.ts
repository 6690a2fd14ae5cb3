import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { shops } from './cast.ts'
import { emblems } from './emblems.ts'
import { grain } from './film.ts'
import { hash, seedOf } from './random.ts'

const S = 256

function picture(paint: (ctx: SKRSContext2D) => void): Promise<Buffer> {
  const c = createCanvas(S, S)
  const ctx = c.getContext('2d')
  paint(ctx)
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  ctx.filter = 'none'
  ctx.globalAlpha = 1
  grain(ctx, S, S, 3, 12)
  return c.encode('webp', 92)
}

function wash(ctx: SKRSContext2D, a: string, b: string, turn = 0.8): void {
  const g = ctx.createLinearGradient(
    S / 2 - (Math.cos(turn) * S) / 2,
    S / 2 - (Math.sin(turn) * S) / 2,
    S / 2 + (Math.cos(turn) * S) / 2,
    S / 2 + (Math.sin(turn) * S) / 2,
  )
  g.addColorStop(0, a)
  g.addColorStop(1, b)
  ctx.fillStyle = g
  ctx.fillRect(0, 0, S, S)
}

interface Circle {
  x: number
  y: number
  r: number
}

function disc(ctx: SKRSContext2D, { x, y, r }: Circle, a: string, b: string): void {
  const g = ctx.createRadialGradient(x - r * 0.4, y - r * 0.45, r * 0.1, x, y, r * 1.15)
  g.addColorStop(0, a)
  g.addColorStop(1, b)
  ctx.fillStyle = g
  ctx.beginPath()
  ctx.arc(x, y, r, 0, 6.3)
  ctx.fill()
}

/** A cup cut from paper, with the morning behind it. */
function kiln(ctx: SKRSContext2D, [deep, , pale, accent]: readonly string[]): void {
  wash(ctx, '#efe3d2', '#d9bf9f')
  disc(ctx, { x: 158, y: 96, r: 46 }, '#f0b48c', '#d77f56')
  const g = ctx.createLinearGradient(70, 90, 190, 210)
  g.addColorStop(0, pale!)
  g.addColorStop(0.5, accent!)
  g.addColorStop(1, deep!)
  ctx.fillStyle = g
  ctx.beginPath()
  ctx.moveTo(62, 112)
  ctx.bezierCurveTo(62, 184, 86, 206, 128, 206)
  ctx.bezierCurveTo(170, 206, 194, 184, 194, 112)
  ctx.closePath()
  ctx.fill()
  ctx.fillStyle = deep!
  ctx.fillRect(102, 205, 52, 8)
}

/** One leaf, one rib. */
function tea(ctx: SKRSContext2D, [deep, mid, pale, accent]: readonly string[]): void {
  wash(ctx, pale!, '#c3cda2')
  ctx.translate(128, 132)
  ctx.rotate(-0.62)
  for (const [turn, k, a, b] of [
    [0.55, 0.78, mid!, deep!],
    [-0.35, 1, '#93b06a', deep!],
  ] as const) {
    ctx.save()
    ctx.rotate(turn)
    ctx.scale(k, k)
    const g = ctx.createLinearGradient(-60, -60, 60, 80)
    g.addColorStop(0, a)
    g.addColorStop(1, b)
    ctx.fillStyle = g
    ctx.beginPath()
    ctx.moveTo(0, 92)
    ctx.bezierCurveTo(-66, 34, -52, -54, 0, -98)
    ctx.bezierCurveTo(52, -54, 66, 34, 0, 92)
    ctx.fill()
    ctx.strokeStyle = accent!
    ctx.globalAlpha = 0.75
    ctx.lineWidth = 2.4
    ctx.beginPath()
    ctx.moveTo(0, 92)
    ctx.quadraticCurveTo(6, 0, 0, -72)
    ctx.stroke()
    ctx.restore()
  }
}

/** A dry circle and a seal. */
function ink(ctx: SKRSContext2D, [deep, , pale, accent]: readonly string[]): void {
  wash(ctx, pale!, '#d3cbbd')
  ctx.strokeStyle = deep!
  ctx.lineCap = 'round'
  for (let k = 0; k < 16; k++) {
    ctx.globalAlpha = 0.85
    ctx.lineWidth = 1.9
    ctx.beginPath()
    ctx.arc(126, 126, 62 + k * 1.75, -2.2 + hash(k, 1) * 0.12, -2.2 + 5.75 - hash(k, 2) * (k > 8 ? 2.2 : 0.9) * (k / 16 + 0.4))
    ctx.stroke()
  }
  ctx.globalAlpha = 1
  ctx.fillStyle = accent!
  ctx.beginPath()
  ctx.roundRect(174, 176, 34, 34, 5)
  ctx.fill()
}

/** Three folds of the river. */
function indigo(ctx: SKRSContext2D, [deep, mid, pale]: readonly string[]): void {
  wash(ctx, '#f0f0ea', '#cfd8e0', 1.2)
  const tones = ['#9fb4d3', mid!, '#2a4a86', deep!]
  tones.forEach((tone, i) => {
    const y = 96 + i * 36
    const g = ctx.createLinearGradient(0, y - 30, 0, y + 80)
    g.addColorStop(0, tone)
    g.addColorStop(1, deep!)
    ctx.fillStyle = g
    ctx.beginPath()
    ctx.moveTo(0, y)
    ctx.bezierCurveTo(64, y - 40 + i * 6, 96, y + 34, 150, y + 4)
    ctx.bezierCurveTo(196, y - 22, 226, y - 16, S, y + 12)
    ctx.lineTo(S, S)
    ctx.lineTo(0, S)
    ctx.fill()
  })
  disc(ctx, { x: 186, y: 62, r: 25 }, '#ffffff', pale!)
}

const painters: Record<string, (ctx: SKRSContext2D, palette: readonly string[]) => void> = {
  'hagi-kiln': kiln,
  'uji-leaf': tea,
  'sumi-paper': ink,
  'aizome-cloth': indigo,
  ...emblems,
}

/** A shop's mark, 256 px square, WebP. */
export function drawShopMark(shopKey: string): Promise<Buffer> {
  const shop = shops.find(s => s.key === shopKey)
  const paint = painters[shopKey]
  if (!shop || !paint) throw new Error(`no shop "${shopKey}" in the demo cast`)
  return picture(ctx => paint(ctx, shop.palette))
}

/** Azurite, malachite, gold, vermilion, ink, shell: pairs that sit well together. */
const pairs: readonly (readonly [string, string, string, string])[] = [
  ['#dfe8ee', '#7fa3cf', '#2f5aa8', '#f0d9a6'],
  ['#e4efe4', '#8fc0a4', '#2c7a63', '#f4e4b8'],
  ['#f6ead2', '#e6b96f', '#b9782b', '#fff6e0'],
  ['#f6e2d6', '#e3957a', '#b5472f', '#ffe9cf'],
  ['#e3e0e6', '#9a93ad', '#4a4463', '#f2d3b0'],
  ['#eef0ea', '#b2bfb4', '#5b6f66', '#f0c9a0'],
  ['#27314a', '#3d5684', '#8fb0dd', '#f3c96a'],
  ['#203532', '#3c6b5e', '#a2cdb4', '#f5dc9a'],
  ['#f3e3e0', '#d5a3a6', '#8c4a5a', '#fdf0da'],
  ['#e9e4d6', '#c3b694', '#75683f', '#d4573a'],
]

/** A person's picture without a face: hills, a moon, a leaf or a cup, chosen and coloured by the seed. 256 px square, WebP. */
export function drawAvatar(seed: string): Promise<Buffer> {
  const n = seedOf(seed)
  const r = (k: number) => hash(n, k, 17)
  const [a, b, c, d] = pairs[Math.floor(r(1) * pairs.length)]!
  return picture(ctx => {
    wash(ctx, a, b, 0.5 + r(2) * 1.6)
    const motif = Math.floor(r(3) * 5)
    disc(ctx, { x: 70 + r(4) * 116, y: 70 + r(5) * 40, r: 30 + r(6) * 26 }, d, motif === 1 ? c : b)
    if (motif === 0) hills(ctx, r, b, c)
    if (motif === 1) rings(ctx, r, c, d)
    if (motif === 2) blades(ctx, r, b, c)
    if (motif === 3) petals(ctx, r, c, d)
    if (motif === 4) {
      hills(ctx, r, b, c)
      rings(ctx, r, d, d)
    }
  })
}

type R = (k: number) => number

function hills(ctx: SKRSContext2D, r: R, b: string, c: string): void {
  for (let i = 0; i < 3; i++) {
    const y = 140 + i * 34
    const g = ctx.createLinearGradient(0, y - 40, 0, y + 100)
    g.addColorStop(0, i ? c : b)
    g.addColorStop(1, c)
    ctx.globalAlpha = 0.55 + i * 0.2
    ctx.fillStyle = g
    ctx.beginPath()
    ctx.moveTo(-10, y + r(20 + i) * 30)
    ctx.bezierCurveTo(70, y - 50 * r(23 + i), 120, y + 46 * r(26 + i), 170, y - 12)
    ctx.bezierCurveTo(210, y - 44 * r(29 + i), 240, y, 270, y + 10)
    ctx.lineTo(270, 260)
    ctx.lineTo(-10, 260)
    ctx.fill()
  }
  ctx.globalAlpha = 1
}

function rings(ctx: SKRSContext2D, r: R, c: string, d: string): void {
  const [x, y] = [90 + r(40) * 80, 196 + r(41) * 20]
  for (let i = 0; i < 5; i++) {
    ctx.globalAlpha = 0.8 - i * 0.14
    ctx.strokeStyle = i % 2 ? d : c
    ctx.lineWidth = 5 - i * 0.6
    ctx.beginPath()
    ctx.ellipse(x, y, 24 + i * 26, 8 + i * 9, 0, 0, 6.3)
    ctx.stroke()
  }
  ctx.globalAlpha = 1
}

function blades(ctx: SKRSContext2D, r: R, b: string, c: string): void {
  for (let i = 0; i < 7; i++) {
    const x = 40 + i * 30 + r(50 + i) * 16
    const lean = (r(60 + i) - 0.5) * 90
    const high = 90 + r(70 + i) * 100
    ctx.globalAlpha = 0.55 + 0.45 * r(80 + i)
    ctx.fillStyle = i % 3 ? c : b
    ctx.beginPath()
    ctx.moveTo(x - 9, 262)
    ctx.quadraticCurveTo(x - 12 + lean * 0.2, 262 - high * 0.6, x + lean, 262 - high)
    ctx.quadraticCurveTo(x + 14 + lean * 0.2, 262 - high * 0.5, x + 10, 262)
    ctx.fill()
  }
  ctx.globalAlpha = 1
}

function petals(ctx: SKRSContext2D, r: R, c: string, d: string): void {
  ctx.save()
  ctx.translate(128, 146)
  ctx.rotate(r(90) * 6)
  for (let i = 0; i < 5; i++) {
    ctx.rotate(1.2566)
    const g = ctx.createLinearGradient(0, 0, 0, -84)
    g.addColorStop(0, d)
    g.addColorStop(1, c)
    ctx.globalAlpha = 0.86
    ctx.fillStyle = g
    ctx.beginPath()
    ctx.moveTo(0, -6)
    ctx.bezierCurveTo(-48, -34, -40, -86, 0, -80)
    ctx.bezierCurveTo(40, -86, 48, -34, 0, -6)
    ctx.fill()
  }
  ctx.restore()
  ctx.globalAlpha = 1
}
