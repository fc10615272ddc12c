-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "previousId" UUID;
