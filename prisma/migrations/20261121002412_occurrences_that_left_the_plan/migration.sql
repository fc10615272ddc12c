-- AlterTable
ALTER TABLE "Occurrence" ADD COLUMN     "leftPlan" "LeftPlan";
