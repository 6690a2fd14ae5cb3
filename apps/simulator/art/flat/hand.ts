import { type Ctx, gradient, type N4, oval, pts, soft, stroke } from './kit.ts'

interface Look {
  readonly skin?: readonly [string, string]
  readonly sleeve?: readonly [string, string]
  /** Fingers: together and long, curled round something, or thumb and finger meeting. */
  readonly pose?: 'flat' | 'grip' | 'pinch'
  readonly mirror?: boolean
}

/** A forearm with its hand, seen from above; the wrist is at 0,0 and the fingers point up. `turn` in radians. */
export function hand(ctx: Ctx, [x, y, turn, size]: N4, look: Look = {}): void {
  const [pale, deep] = look.skin ?? ['#f0c9a6', '#c78f68']
  const [cloth, fold] = look.sleeve ?? ['#56677f', '#35435a']
  ctx.save()
  ctx.translate(x, y)
  ctx.rotate(turn)
  ctx.scale(look.mirror ? -size : size, size)
  ctx.shadowColor = 'rgba(20,12,8,0.35)'
  ctx.shadowBlur = 18
  ctx.shadowOffsetX = 6
  ctx.shadowOffsetY = 10
  const skin = gradient(ctx, [-60, 0], [60, 20], [pale, pale, deep])
  soft(ctx, pts`-38 90, -34 -20, 34 -20, 40 90`, skin)
  soft(ctx, pts`-46 20, -54 -70, -30 -118, 30 -118, 54 -76, 44 20`, skin)
  ctx.shadowColor = 'transparent'
  fingers(ctx, look.pose ?? 'flat', pale, deep)
  ctx.shadowColor = 'rgba(20,12,8,0.3)'
  soft(ctx, pts`-70 60, -62 46, 62 46, 70 60, 120 620, -120 620`, gradient(ctx, [-70, 0], [80, 0], [cloth, cloth, fold]))
  ctx.shadowColor = 'transparent'
  stroke(ctx, pts`-60 62, 0 70, 60 62`, fold, 5)
  stroke(ctx, pts`20 90, 30 200, 18 380`, fold, 4)
  ctx.restore()
}

function fingers(ctx: Ctx, pose: 'flat' | 'grip' | 'pinch', pale: string, deep: string): void {
  const long = pose === 'flat' ? 92 : pose === 'grip' ? 44 : 70
  for (let i = 0; i < 4; i++) {
    const x = -36 + i * 24
    const reach = long * (1 - Math.abs(i - 1.4) * 0.12) * (pose === 'pinch' && i > 1 ? 0.5 : 1)
    const lean = pose === 'pinch' ? (i === 0 ? -6 : -14) : (i - 1.5) * 5
    const tip: [number, number] = [x + lean, -104 - reach]
    stroke(ctx, [[x, -86], [x + lean * 0.4, -104 - reach * 0.5], tip], deep, 27)
    stroke(ctx, pts`${x - 1.5} -86, ${x + lean * 0.4 - 1.5} ${-104 - reach * 0.5}, ${tip[0] - 1.5} ${tip[1]}`, pale, 23)
    oval(ctx, [tip[0] - 1, tip[1] - 3, 7, 8], '#f8ddc8')
  }
  const thumb: [number, number][] =
    pose === 'flat'
      ? [
          [-44, -20],
          [-82, -56],
          [-92, -98],
        ]
      : pose === 'grip'
        ? [
            [-44, -20],
            [-72, -60],
            [-50, -104],
          ]
        : [
            [-44, -20],
            [-74, -90],
            [-52, -158],
          ]
  stroke(ctx, thumb, deep, 31)
  stroke(
    ctx,
    thumb.map(([x, y]) => [x - 1.5, y] as const),
    pale,
    27,
  )
}
