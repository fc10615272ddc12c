-- CreateTable
CREATE TABLE "NextReminder" (
    "assignmentId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "remindAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NextReminder_pkey" PRIMARY KEY ("assignmentId")
);

-- What is to be reminded of moves over before its old place goes.
INSERT INTO "NextReminder" ("assignmentId", "workspaceId", "remindAt")
SELECT "id", "workspaceId", "remindAt" FROM "Assignment" WHERE "remindAt" IS NOT NULL;

-- CreateIndex
CREATE INDEX "NextReminder_remindAt_idx" ON "NextReminder"("remindAt");

-- AddForeignKey
ALTER TABLE "NextReminder" ADD CONSTRAINT "NextReminder_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- DropIndex
DROP INDEX "Assignment_remindAt_due_idx";

-- AlterTable
ALTER TABLE "Assignment" DROP COLUMN "remindAt";

-- DropIndex
DROP INDEX "Reminder_assignmentId_personId_milestone_dueVersion_key";

-- AlterTable
ALTER TABLE "Reminder" DROP CONSTRAINT "Reminder_pkey",
DROP COLUMN "id",
ADD CONSTRAINT "Reminder_pkey" PRIMARY KEY ("assignmentId", "personId", "milestone", "dueVersion");
