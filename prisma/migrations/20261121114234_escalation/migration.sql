-- CreateEnum
CREATE TYPE "ReminderKind" AS ENUM ('due', 'silent', 'urged', 'escalated', 'told', 'unreached');

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "escalation" TEXT;

-- AlterTable
ALTER TABLE "Reminder" DROP CONSTRAINT "Reminder_pkey",
ADD COLUMN     "kind" "ReminderKind" NOT NULL DEFAULT 'due',
ADD CONSTRAINT "Reminder_pkey" PRIMARY KEY ("assignmentId", "personId", "kind", "milestone", "dueVersion");

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "escalation" TEXT;

-- CreateTable
CREATE TABLE "Urging" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "turn" INTEGER NOT NULL,
    "reached" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Urging_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Urging_workspaceId_idx" ON "Urging"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Urging_assignmentId_turn_key" ON "Urging"("assignmentId", "turn");

-- CreateIndex
CREATE INDEX "Reminder_above_idx" ON "Reminder"("workspaceId", "personId") WHERE (kind = ANY (ARRAY['escalated'::"ReminderKind", 'unreached'::"ReminderKind"]));

-- AddForeignKey
ALTER TABLE "Urging" ADD CONSTRAINT "Urging_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
