import type { PlanFile, ReadingProgress } from '../domain/plan-document.ts'

/** A file, and who is told how far its reading got where that takes long: pages that are read by their pictures. */
export interface Reading {
  readonly file: PlanFile
  readonly onProgress: (progress: ReadingProgress) => void
}
