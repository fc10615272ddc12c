-- CreateEnum
CREATE TYPE "CalendarDayKind" AS ENUM ('off', 'working');

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "officeHours" TEXT NOT NULL DEFAULT '07:30-17:00';

-- CreateTable
CREATE TABLE "CalendarDay" (
    "workspaceId" UUID NOT NULL,
    "date" DATE NOT NULL,
    "kind" "CalendarDayKind" NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "addedById" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("workspaceId","date")
);

-- AddForeignKey
ALTER TABLE "CalendarDay" ADD CONSTRAINT "CalendarDay_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
