-- CreateTable
CREATE TABLE "Snooze" (
    "workspaceId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "dueVersion" INTEGER NOT NULL,
    "turn" INTEGER NOT NULL,
    "remindOn" DATE NOT NULL,
    "remindAt" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Snooze_pkey" PRIMARY KEY ("assignmentId","personId","dueVersion","turn")
);

-- CreateIndex
CREATE INDEX "Snooze_waiting_idx" ON "Snooze"("remindAt") WHERE ("settledAt" IS NULL);

-- AddForeignKey
ALTER TABLE "Snooze" ADD CONSTRAINT "Snooze_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
