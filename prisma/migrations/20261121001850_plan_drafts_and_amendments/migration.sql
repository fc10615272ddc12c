-- CreateEnum
CREATE TYPE "LeftPlan" AS ENUM ('kept', 'cancelled');

-- AlterTable
ALTER TABLE "Occurrence" ADD COLUMN     "label" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "PlanDraft" ADD COLUMN     "fixes" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "leftPlan" "LeftPlan";
