import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Page, type Result, refuse } from '#base/kernel'
import type { Counts, Deciding } from '#engines/recommender'
import type { Accounts } from '#rooms/accounts'
import type { Content, PostTile } from '#rooms/content'
import type { Moderation } from '#rooms/moderation'
import { createBrain } from './brain.ts'
import { changeWeights, previewWeights, type WeightsPreview, type WeightsWish } from './change-weights.ts'
import { type Expected, type ExpectWish, readExpected } from './expect.ts'
import { explainPage } from './explain-page.ts'
import { type FeedPage, feedPage, type PageWish } from './feed-page.ts'
import type { Explained, Heart } from './heart.ts'
import { type MallDoors, type MallPage, type MallWish, mallPage } from './mall.ts'
import { type HomeDoors, type MallHome, mallHome } from './mall-home.ts'
import { type Experiments, readExperiments } from './read-experiments.ts'
import { readHeart } from './read-heart.ts'
import { createServedPages } from './served-pages.ts'
import { createSlides } from './slide-cache.ts'
import type { Slide, SlideDoors } from './slides.ts'
import { snapshotTakenAt } from './snapshots.ts'
import { type PostStanding, readDeciding, readStanding } from './standing.ts'
import { forgetTaste, type MyTaste, readTaste } from './taste.ts'
import { createTraining } from './training.ts'
import { createPaging } from './unprofiled.ts'
import { followWeights } from './weights-file.ts'

export interface PageQuery {
  readonly cursor?: string
  readonly limit?: number
}
export interface Why {
  readonly profiled: boolean
  readonly reasons: { code: string; subject: string | null }[]
}

/** What people browse: the feed, the mall window, single posts, tiles of a person or a product. */
export interface Feed {
  page(caller: Caller, wish: PageWish): Promise<Result<FeedPage, ErrorCode>>
  mall(caller: Caller, wish: MallWish): Promise<Result<MallPage, ErrorCode>>
  /** The mall's first shelves; the same for everybody. */
  mallHome(): Promise<MallHome>
  /** A removed post shows to operators alone. */
  post(caller: Caller, id: Id<'post'>): Promise<Result<Slide, ErrorCode>>
  postsBy(person: Id<'person'>, query: PageQuery): Promise<Result<Page<PostTile>, ErrorCode>>
  postsShowing(product: Id<'product'>, query: PageQuery): Promise<Result<Page<PostTile>, ErrorCode>>
  /** Why this post came, or would come, to the caller. */
  why(caller: Caller, post: Id<'post'>): Promise<Result<Why, ErrorCode>>
  /** What the recommender expects the caller to do with these posts; nobody else's expectation can be asked for. */
  expect(caller: Caller, wish: ExpectWish): Promise<Result<Expected, ErrorCode>>
  /** What the feed would use of the caller now; empty for somebody who is not profiled. */
  taste(caller: Caller): Promise<Result<MyTaste, ErrorCode>>
  /** The very next page uses nothing any more of what the caller did to this tag, or to anything when it is null. */
  forgetTaste(caller: Caller, tag: string | null): Promise<Result<{ position: string }, ErrorCode>>
  /** How a post is shown; its author and operators only. */
  standing(caller: Caller, post: Id<'post'>): Promise<Result<PostStanding, ErrorCode>>
  /** The rules that decide how often a post comes up, with their numbers; its author and operators only. Null: not learned yet. */
  deciding(caller: Caller, post: Id<'post'>): Promise<Result<Deciding | null, ErrorCode>>
  /** How the recommender is; operators only. */
  heart(caller: Caller): Promise<Result<Heart, ErrorCode>>
  /** What these weights would change; operators only. */
  previewWeights(caller: Caller, wish: Pick<WeightsWish, 'weights'>): Promise<Result<WeightsPreview, ErrorCode>>
  /** Sets the weights of the feed; operators only. `version_conflict` when they were changed meanwhile. */
  changeWeights(caller: Caller, wish: WeightsWish): Promise<Result<Pick<WeightsPreview, 'changes'>, ErrorCode>>
  /** What the experiments on the weights say so far; operators only. */
  experiments(caller: Caller): Promise<Result<Experiments, ErrorCode>>
  /** A served page by its request, without the person it was for; operators only. */
  explain(caller: Caller, request: string): Promise<Result<Explained, ErrorCode>>
  /** The state's fingerprint: the same log gives the same one. */
  stateHash(): Promise<string>
  counts(): Promise<Counts>
  /** When the state was last saved; null while there is no file of it. */
  snapshotAt(): Promise<Date | null>
  /** Resolves when the recommender has learned this position. */
  reached(position: bigint, timeoutMs: number): Promise<boolean>
  start(): Promise<void>
  stop(): Promise<void>
}

type Doors = SlideDoors &
  MallDoors &
  HomeDoors & {
    readonly accounts: Pick<Accounts, 'may' | 'note' | 'people' | 'shops'>
    readonly content: Pick<Content, 'posts' | 'tiles' | 'postsBy' | 'postsShowing'>
    readonly moderation: Pick<Moderation, 'hidden' | 'decisionOn'>
  }

export function createFeed(house: House, doors: Doors): Feed {
  const brain = createBrain(house)
  const slides = createSlides(house, doors)
  let weights: ReturnType<typeof followWeights> | null = null
  const training = createTraining(house, brain)
  const kitchen = { house, brain, slides, paging: createPaging(), experiments: () => weights?.experiments() ?? [] }
  const ward = { house, brain, doors, served: createServedPages(house.log) }
  return {
    page: (caller, wish) => feedPage(kitchen, caller, wish),
    mall: (caller, wish) => mallPage(house, brain, doors, caller, wish),
    mallHome: () => mallHome(doors),
    async post(caller, id) {
      const slide = (await slides.dress(caller, [id], caller.operator)).get(id)
      if (slide) return ok(slide)
      const decision = await doors.moderation.decisionOn({ kind: 'post', id })
      return decision
        ? refuse('not_found', 'This post was removed', { removed: true, reason: decision.reason })
        : refuse('not_found', 'There is no such post')
    },
    postsBy: (person, query) => doors.content.postsBy(person, query),
    postsShowing: (product, query) => doors.content.postsShowing(product, query),
    async why(caller, post) {
      if ((await doors.content.posts([post])).get(post)?.state !== 'live') return refuse('not_found', 'There is no such post')
      if (!caller.personalised) return ok({ profiled: false, reasons: [{ code: 'trending', subject: null }] })
      const reasons = await brain.ask({ kind: 'because', person: caller.person, item: post })
      return ok({ profiled: true, reasons: reasons.slice(0, 5).map(r => ({ code: r.code, subject: r.subject })) })
    },
    expect: (caller, wish) => readExpected(kitchen, caller, wish),
    taste: caller => readTaste(ward, caller),
    forgetTaste: (caller, tag) => forgetTaste(ward, caller, tag),
    standing: (caller, post) => readStanding(ward, caller, post),
    deciding: (caller, post) => readDeciding(ward, caller, post),
    heart: caller => readHeart(ward, caller),
    previewWeights: (caller, wish) => previewWeights(ward, caller, wish),
    changeWeights: (caller, wish) => changeWeights(ward, weights, caller, wish),
    experiments: caller => readExperiments({ house, accounts: doors.accounts, running: weights?.experiments() ?? [] }, caller),
    explain: (caller, request) => explainPage(ward, caller, request),
    stateHash: () => brain.ask({ kind: 'stateHash' }),
    snapshotAt: () => snapshotTakenAt(house),
    counts: () => brain.ask({ kind: 'counts' }),
    reached: (position, timeoutMs) => brain.reached(position, timeoutMs),
    async start() {
      slides.start()
      await brain.start()
      weights = followWeights(house, brain, house.config.weightsFile)
      training.start()
    },
    async stop() {
      await training.stop()
      weights?.stop()
      await weights?.first
      await slides.stop()
      await brain.stop()
    },
  }
}
