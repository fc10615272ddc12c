-- DropForeignKey
ALTER TABLE "Reminder" DROP CONSTRAINT "Reminder_assignmentId_fkey";
