import { parentPort } from 'node:worker_threads'
import { createRecommender, type Recommender, restoreRecommender } from '#engines/recommender'
import { type FromWorker, lean, type Question, type ToWorker, unpacked } from './messages.ts'
import { createSharedPages } from './shared-pages.ts'

/** The recommender's thread: learns what the log says, answers what the feed asks, one message after the other. */
const seed = 20_260_101
let recommender = createRecommender({}, { seed })
const shared = createSharedPages()

function answer(r: Recommender, question: Question): unknown {
  switch (question.kind) {
    case 'recommend':
      return lean(shared.page(r, question.request))
    case 'because':
      return r.because(question.person, question.item)
    case 'expect':
      return r.expect(question.request)
    case 'taste':
      return r.taste(question.person)
    case 'knowsTag':
      return r.knowsTag(question.tag)
    case 'standing':
      return r.standing(question.post)
    case 'deciding':
      return r.deciding(question.post)
    case 'counts':
      return r.counts()
    case 'health':
      return r.health()
    case 'stateHash':
      return r.stateHash()
    case 'weights':
      return r.weights()
    case 'trainingSet':
      return r.trainingSet()
    case 'offerModel':
      return r.offerModel(question.hash, question.bytes)
    case 'model':
      return r.model()
    case 'snapshot':
      return { bytes: r.snapshot(), position: r.position() }
    case 'restore':
      return restore(question.bytes)
  }
}

function restore(bytes: Uint8Array): { position: bigint } | { refused: string } {
  const restored = restoreRecommender(bytes, {}, { seed })
  if (!restored.ok) return { refused: restored.message }
  recommender = restored.value
  shared.clear()
  return { position: recommender.position() }
}

parentPort?.on('message', (message: ToWorker) => {
  const reply = (reply: FromWorker) => parentPort?.postMessage(reply)
  try {
    if ('learn' in message) {
      for (const event of message.learn) recommender.learn(unpacked(event))
      reply({ id: message.id, value: null })
    } else if (message.question.kind === 'recommend')
      reply({ id: message.id, json: JSON.stringify(answer(recommender, message.question)) })
    else reply({ id: message.id, value: answer(recommender, message.question) })
  } catch (error) {
    reply({ id: message.id, failure: (error as Error).stack ?? String(error) })
  }
})
