-- CreateTable
CREATE TABLE "JobState" (
    "job" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3) NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "failure" TEXT,

    CONSTRAINT "JobState_pkey" PRIMARY KEY ("job")
);

-- CreateTable
CREATE TABLE "JobRun" (
    "id" BIGSERIAL NOT NULL,
    "job" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "durationMs" INTEGER NOT NULL DEFAULT 0,
    "count" INTEGER NOT NULL DEFAULT 0,
    "missed" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "workspaceId" UUID,
    "personId" UUID,
    "chatId" UUID,

    CONSTRAINT "JobRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClockBeat" (
    "id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClockBeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClockStop" (
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "noticedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClockStop_pkey" PRIMARY KEY ("from")
);

-- CreateIndex
CREATE INDEX "JobRun_at_idx" ON "JobRun"("at");

-- CreateIndex
CREATE INDEX "JobRun_asked_idx" ON "JobRun"("id") WHERE ("outcome" = 'asked');
