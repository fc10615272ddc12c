import type { WebVisitor } from '../../domain/ports/web.ts'
import type { JobSchedule } from '../../handlers/job-schedule.ts'

/** What the clock does, for administrators; null for everybody else. */
export interface WebJobs {
  view(visitor: WebVisitor): Promise<JobSchedule | null>
  /** Has a job run at once; the answer is said in the person's chat. False where there is no such job. */
  run(visitor: WebVisitor, job: string): Promise<boolean | null>
}
