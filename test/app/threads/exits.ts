import { parentPort } from 'node:worker_threads'

// Ends in the middle of its work.
parentPort?.on('message', () => process.exit(1))
