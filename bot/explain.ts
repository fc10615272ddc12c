/** Kept where the channels look for it; a handler that goes on after a refusal needs the same words. */
export { explain } from '../handlers/explain.ts'
