-- AlterTable
ALTER TABLE "ReportPeriod" ADD COLUMN     "lostFrom" TIMESTAMPTZ(3),
ADD COLUMN     "lostUntil" TIMESTAMPTZ(3);
