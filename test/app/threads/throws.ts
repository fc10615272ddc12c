import { parentPort } from 'node:worker_threads'

// Fails outside of what it was asked to do, as a library with callbacks may.
parentPort?.on('message', () => {
  setTimeout(() => {
    throw new Error('somewhere else')
  }, 1)
})
