/** What is nearest at every sample; larger depth value = nearer. `ids` also keeps which triangle that is. */
interface Screen {
  w: number
  h: number
  depth: Float32Array
  ids?: Uint32Array
}

/** Fills triangles, given by their corners on the screen. */
export function fill(screen: Screen, scr: Float32Array, tri: Uint32Array, firstId: number, closed = false): void {
  const { w, h, depth, ids } = screen
  for (let t = 0; t < tri.length; t += 3) {
    const a = tri[t]! * 3
    const b = tri[t + 1]! * 3
    const c = tri[t + 2]! * 3
    const [az, bz, cz] = [scr[a + 2]!, scr[b + 2]!, scr[c + 2]!]
    if (!(az > -1e8 && bz > -1e8 && cz > -1e8)) continue
    const ax = scr[a]!
    const ay = scr[a + 1]!
    const bx = scr[b]!
    const by = scr[b + 1]!
    const cx = scr[c]!
    const cy = scr[c + 1]!
    const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    if (area > -1e-9 && (closed || area < 1e-9)) continue
    const x0 = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5))
    const x1 = Math.min(w - 1, Math.floor(Math.max(ax, bx, cx) - 0.5))
    const y0 = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5))
    const y1 = Math.min(h - 1, Math.floor(Math.max(ay, by, cy) - 0.5))
    if (x1 < x0 || y1 < y0) continue
    const inv = 1 / area
    const bdx = (cy - ay) * inv
    const bdy = -(cx - ax) * inv
    const cdx = -(by - ay) * inv
    const cdy = (bx - ax) * inv
    let rb = (x0 + 0.5 - ax) * bdx + (y0 + 0.5 - ay) * bdy
    let rc = (x0 + 0.5 - ax) * cdx + (y0 + 0.5 - ay) * cdy
    const zdx = (bz - az) * bdx + (cz - az) * cdx
    for (let y = y0; y <= y1; y++, rb += bdy, rc += cdy) {
      let wb = rb
      let wc = rc
      let z = az + (bz - az) * wb + (cz - az) * wc
      let i = y * w + x0
      for (let x = x0; x <= x1; x++, i++, wb += bdx, wc += cdx, z += zdx)
        if (wb >= -1e-6 && wc >= -1e-6 && wb + wc <= 1.000001 && z > depth[i]!) {
          depth[i] = z
          if (ids) ids[i] = firstId + t / 3
        }
    }
  }
}
