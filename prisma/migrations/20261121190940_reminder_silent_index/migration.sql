-- CreateIndex
CREATE INDEX "Reminder_silent_idx" ON "Reminder"("assignmentId") WHERE (kind = 'silent'::"ReminderKind");
