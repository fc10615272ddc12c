-- AlterTable
ALTER TABLE "Chat" ADD COLUMN     "summaryNames" BOOLEAN NOT NULL DEFAULT false;
