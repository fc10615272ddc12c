-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "milestones" TEXT;

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "milestones" TEXT;
