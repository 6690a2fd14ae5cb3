import { Calibration } from './calibration.ts'
import { type Families, familyOf } from './families.ts'
import { FactorMachine } from './fwfm.ts'
import { Inputs } from './inputs.ts'
import { clampLogit, LogisticHeads, logit, sigmoid } from './logistic.ts'
import { Mixture } from './mixture.ts'
import { Net } from './net.ts'
import { Everybody } from './rates.ts'
import { constantFields, fieldSizes, type Reading } from './reading.ts'
import { Standardiser } from './standard.ts'
import { type Memory, type RankSettings, type Remembering, scenes } from './types.ts'

/** The experts of the mixture. */
const dense = 0
const factor = 1
const net = 2
/** Two nets that differ in their seed alone, and the least pace of each: what a history does not know, as scenes, is still to be learned when it ends. */
const paces = [0.5, 0.5]
const nets = paces.length
const experts = net + nets
export const expertNames: readonly string[] = ['dense', 'factor', ...Array.from({ length: nets }, (_, k) => `net ${k + 1}`)]
const denseRate = 0.02
const netScale = 0.7
/** Families that the first stage reads; the odds of all families stand first among the inputs, head by head. */
const stageFamilies = [familyOf.item, familyOf.person, familyOf['person-scene'], familyOf['length-scene']] as readonly number[]

/** Counters' logistic heads, the factorisation machine and the net: each reads the same context, each head mixes them as they prove right. */
export class Experts implements Remembering {
  readonly rich: number
  readonly factors: FactorMachine
  readonly listFields: readonly number[]
  /** y - p₁ of the last `learn`, by rich head. */
  readonly residuals: Float64Array
  readonly p: Float64Array
  readonly mixture: Mixture
  readonly calibration: Calibration
  readonly #heads: number
  readonly #families: Families
  readonly #rates: Everybody
  readonly #inputs: Inputs
  readonly #standard: Standardiser
  readonly #x: Float64Array
  readonly #shared: Float64Array
  readonly #own: readonly Float64Array[]
  readonly #netInput: Float64Array
  readonly #linear: LogisticHeads
  readonly #ownLinear: readonly LogisticHeads[]
  readonly #stage: LogisticHeads
  readonly #stageInput = new Float64Array(scenes + stageFamilies.length)
  readonly #nets: readonly Net[]
  /** Head → head of the net, or -1. */
  readonly #netHead: Int32Array
  /** Probabilities by head × expert. */
  readonly #said: Float64Array
  readonly #mixed: Float64Array
  readonly #netG: readonly Float64Array[]
  readonly #factorG: Float64Array
  readonly #constant: readonly number[]
  readonly #scratch: Float64Array

  constructor(settings: RankSettings, families: Families) {
    const n = settings.heads.length
    this.#heads = n
    this.#families = families
    this.rich = settings.heads.filter(h => h.rich).length
    const fields = fieldSizes(families, settings)
    this.listFields = [fields.length, fields.length + 1]
    const seed = settings.seed
    this.factors = new FactorMachine({ fields, lists: 2, listRows: families.items.capacity, heads: this.rich, seed })
    this.#constant = constantFields(settings)
    this.#rates = new Everybody(n)
    this.#inputs = new Inputs(settings)
    this.#standard = new Standardiser(this.#inputs.raw.length)
    const width = this.#inputs.shared
    this.#x = new Float64Array(this.#inputs.raw.length)
    this.#shared = new Float64Array(width + scenes)
    this.#own = settings.heads
      .slice(this.rich)
      .map((_, k) => this.#x.subarray(width + k * this.#inputs.own, width + (k + 1) * this.#inputs.own))
    this.#netInput = new Float64Array(width + scenes)
    this.#linear = new LogisticHeads(n, width + scenes, denseRate)
    this.#ownLinear = this.#own.map(x => new LogisticHeads(1, x.length, denseRate))
    this.#stage = new LogisticHeads(this.rich, this.#stageInput.length, denseRate)
    let netHeads = 0
    this.#netHead = Int32Array.from(settings.heads, h => (h.rich || h.kind === 'watch' ? netHeads++ : -1))
    this.#nets = Array.from({ length: nets }, (_, k) => new Net(width + scenes, netHeads, seed + 77 * k, paces[k]))
    this.mixture = new Mixture(n, experts, (h, k) => k === dense || (k === factor ? h < this.rich : this.#netHead[h]! >= 0))
    this.calibration = new Calibration(n)
    this.residuals = new Float64Array(this.rich)
    this.p = new Float64Array(n)
    this.#said = new Float64Array(n * experts)
    this.#mixed = new Float64Array(n)
    this.#netG = this.#nets.map(() => new Float64Array(netHeads))
    this.#factorG = new Float64Array(this.rich)
    this.#scratch = new Float64Array(this.rich)
  }

  /** Everybody's rates. */
  base(out: Float64Array): void {
    out.set(this.#rates.p)
  }

  forward(r: Reading): void {
    const { odds } = this.#rates
    this.factors.forward(r.factor)
    this.#dense(r)
    for (const n of this.#nets) n.forward(this.#netInput)
    const said = this.#said
    for (let h = 0; h < this.#heads; h++) {
      const at = h * experts
      said[at + dense] = this.#sure(odds[h]! + this.#linearScore(h))
      if (h < this.rich) said[at + factor] = this.#sure(odds[h]! + this.factors.scores[h]!)
      const k = this.#netHead[h]!
      if (k >= 0) for (let n = 0; n < nets; n++) said[at + net + n] = this.#sure(odds[h]! + this.#nets[n]!.scores[k]!)
      const mixed = this.mixture.mix(h, said)
      this.#mixed[h] = mixed
      this.p[h] = this.calibration.apply(h, r.scene, mixed)
    }
  }

  #sure(z: number): number {
    return sigmoid(clampLogit(z))
  }

  #dense(r: Reading): void {
    const width = this.#inputs.shared
    this.#inputs.fill(r, this.#families, this.#rates, this.factors)
    this.#standard.apply(this.#inputs.raw, this.#x)
    const x = this.#shared
    for (let i = 0; i < width; i++) {
      x[i] = this.#x[i]!
      this.#netInput[i] = this.#x[i]! * netScale
    }
    for (let s = 0; s < scenes; s++) this.#netInput[width + s] = x[width + s] = s === r.scene ? 1 : 0
  }

  #linearScore(h: number): number {
    const z = this.#linear.score(h, this.#shared)
    return h < this.rich ? z : z + this.#ownLinear[h - this.rich]!.score(0, this.#own[h - this.rich]!)
  }

  /** One step of everything after `forward`; `y` by head, NaN = unknown. */
  learn(r: Reading, y: Float64Array): void {
    const said = this.#said
    this.#factorG.fill(0)
    for (const g of this.#netG) g.fill(0)
    for (let h = 0; h < this.#heads; h++) {
      const label = y[h]!
      if (Number.isNaN(label)) continue
      const at = h * experts
      this.calibration.learn(h, r.scene, { mixed: this.#mixed[h]!, p: this.p[h]! }, label)
      this.mixture.learn(h, said, label)
      const g = said[at + dense]! - label
      this.#linear.step(h, this.#shared, g)
      if (h >= this.rich) this.#ownLinear[h - this.rich]!.step(0, this.#own[h - this.rich]!, g)
      else this.#factorG[h] = said[at + factor]! - label
      const k = this.#netHead[h]!
      if (k >= 0) for (let n = 0; n < nets; n++) this.#netG[n]![k] = (said[at + net + n]! - label) * (k < 2 ? 1 : 0.5)
    }
    this.#nets.forEach((n, k) => void n.learn(this.#netInput, this.#netG[k]!))
    this.factors.step(r.factor, this.#factorG)
    this.#learnStage(r, y)
    this.#standard.learn(this.#inputs.raw)
    this.#rates.learn(y, r.hour)
  }

  /** p₁: what scene, item, person and length alone say. Its residuals are what tallies keep. */
  #learnStage(r: Reading, y: Float64Array): void {
    const x = this.#stageInput.fill(0)
    x[r.scene] = 1
    for (let h = 0; h < this.rich; h++) {
      for (let k = 0; k < stageFamilies.length; k++) x[scenes + k] = this.#inputs.raw[stageFamilies[k]! * this.rich + h]!
      const p = this.#sure(this.#rates.odds[h]! + this.#stage.score(h, x))
      const g = p - y[h]!
      this.residuals[h] = -g
      if (!Number.isNaN(g)) this.#stage.step(h, x, g)
    }
  }

  /** Log-odds of the mixture without what all candidates of a request share, after `forward`. */
  rank(r: Reading, out: Float64Array): void {
    const width = this.#inputs.shared
    const { constant } = this.#inputs
    for (let i = 0; i < this.#netInput.length; i++) if (i >= width || constant[i]) this.#netInput[i] = 0
    for (const n of this.#nets) n.forward(this.#netInput)
    this.factors.constantPart(r.factor, this.#constant, this.#scratch)
    const w = this.mixture.weights
    for (let h = 0; h < this.#heads; h++) {
      const at = h * experts
      let z = w[at + dense]! * (logit(this.#said[at + dense]!) - this.#constantScore(h) - this.#rates.odds[h]!)
      if (h < this.rich) z += w[at + factor]! * (this.factors.scores[h]! - this.#scratch[h]!)
      const k = this.#netHead[h]!
      if (k >= 0) for (let n = 0; n < nets; n++) z += w[at + net + n]! * this.#nets[n]!.scores[k]!
      out[h] = z
    }
    this.#restore(r)
  }

  /** The net's input and hidden layers as `forward` left them: a `learn` may follow. */
  #restore(r: Reading): void {
    const width = this.#inputs.shared
    for (let i = 0; i < width; i++) this.#netInput[i] = this.#x[i]! * netScale
    this.#netInput[width + r.scene] = 1
    for (const n of this.#nets) n.forward(this.#netInput)
  }

  #constantScore(h: number): number {
    const { constant, shared } = this.#inputs
    const w = this.#linear.weights
    const base = h * (this.#linear.width + 1)
    let z = 0
    for (let i = 0; i < this.#linear.width; i++) if (i >= shared || constant[i]) z += w[base + i]! * this.#shared[i]!
    return z
  }

  memory(): readonly Memory[] {
    const parts = [this.factors, this.#rates, this.#standard, this.#linear, ...this.#ownLinear, this.#stage, ...this.#nets]
    return [...parts, this.mixture, this.calibration].flatMap(p => p.memory())
  }
}
