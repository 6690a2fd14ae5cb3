import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { type TrainingSet, trainModel } from '#engines/recommender'

/** A thread that trains once and ends. Where a priority belongs to a thread rather than the process, it lets everything else go first. */
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW)
const seed = 20_260_101
const bytes = trainModel(workerData as TrainingSet, { seed })
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer])
