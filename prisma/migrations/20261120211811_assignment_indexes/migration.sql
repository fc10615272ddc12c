-- DropForeignKey
ALTER TABLE "Assignment" DROP CONSTRAINT "Assignment_occurrenceId_fkey";

-- DropForeignKey
ALTER TABLE "Assignment" DROP CONSTRAINT "Assignment_taskId_fkey";

-- DropIndex
DROP INDEX "Assignment_agencyId_idx";

-- DropIndex
DROP INDEX "Assignment_taskId_idx";

-- CreateIndex
CREATE INDEX "Assignment_open_due_idx" ON "Assignment"("workspaceId", "dueOn") WHERE (state = ANY (ARRAY['assigned'::"AssignmentState", 'acknowledged'::"AssignmentState", 'in_progress'::"AssignmentState", 'submitted'::"AssignmentState"]));

-- CreateIndex
CREATE UNIQUE INDEX "Occurrence_id_taskId_key" ON "Occurrence"("id", "taskId");

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_occurrenceId_taskId_fkey" FOREIGN KEY ("occurrenceId", "taskId") REFERENCES "Occurrence"("id", "taskId") ON DELETE CASCADE ON UPDATE CASCADE;
