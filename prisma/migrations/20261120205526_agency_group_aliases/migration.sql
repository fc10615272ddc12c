-- AlterTable
ALTER TABLE "AgencyGroup" ADD COLUMN     "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[];
