-- CreateEnum
CREATE TYPE "ReportPeriodKind" AS ENUM ('q1', 'h1', 'q3', 'year');

-- CreateTable
CREATE TABLE "ReportPeriod" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" "ReportPeriodKind" NOT NULL,
    "fromOn" DATE NOT NULL,
    "toOn" DATE NOT NULL,
    "cutoffOn" DATE NOT NULL,
    "cutoffTime" TEXT NOT NULL,
    "cutoffAt" TIMESTAMPTZ(3) NOT NULL,
    "armedFrom" TIMESTAMPTZ(3) NOT NULL,
    "cutoffVersion" INTEGER NOT NULL DEFAULT 1,
    "chain" JSONB NOT NULL,
    "remindBefore" TEXT NOT NULL DEFAULT '7,3,1',
    "isOff" BOOLEAN NOT NULL DEFAULT false,
    "nextRemindAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),
    "calledAt" TIMESTAMPTZ(3),
    "calls" INTEGER NOT NULL DEFAULT 0,
    "frozenAt" TIMESTAMPTZ(3),
    "closeToldAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportPeriod_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PeriodSent" (
    "workspaceId" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PeriodSent_pkey" PRIMARY KEY ("periodId","agencyId")
);

-- CreateTable
CREATE TABLE "PeriodNotice" (
    "workspaceId" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PeriodNotice_pkey" PRIMARY KEY ("periodId","personId","step")
);

-- CreateTable
CREATE TABLE "FrozenFigures" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "asOf" TIMESTAMPTZ(3) NOT NULL,
    "asOfDay" DATE NOT NULL,
    "frozenAt" TIMESTAMPTZ(3) NOT NULL,
    "cutoffAt" TIMESTAMPTZ(3) NOT NULL,
    "lateBecause" TEXT,

    CONSTRAINT "FrozenFigures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FrozenCell" (
    "workspaceId" UUID NOT NULL,
    "frozenId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "agencyId" UUID NOT NULL,
    "agencyName" TEXT NOT NULL,
    "planId" UUID NOT NULL,
    "planNumber" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "task" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "doneLate" INTEGER NOT NULL,
    "late" INTEGER NOT NULL,
    "dueSoon" INTEGER NOT NULL,
    "inTime" INTEGER NOT NULL,
    "undated" INTEGER NOT NULL,
    "silent" INTEGER NOT NULL,
    "obstacles" INTEGER NOT NULL,
    "fellDue" INTEGER NOT NULL,
    "onTime" INTEGER NOT NULL,
    "onTimeOriginal" INTEGER NOT NULL,

    CONSTRAINT "FrozenCell_pkey" PRIMARY KEY ("frozenId","position")
);

-- CreateIndex
CREATE INDEX "ReportPeriod_to_freeze_idx" ON "ReportPeriod"("cutoffAt") WHERE ("frozenAt" IS NULL AND NOT "isOff");

-- CreateIndex
CREATE INDEX "ReportPeriod_nextRemindAt_idx" ON "ReportPeriod"("nextRemindAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReportPeriod_workspaceId_year_kind_key" ON "ReportPeriod"("workspaceId", "year", "kind");

-- CreateIndex
CREATE INDEX "PeriodSent_workspaceId_idx" ON "PeriodSent"("workspaceId");

-- CreateIndex
CREATE INDEX "PeriodSent_agencyId_idx" ON "PeriodSent"("agencyId");

-- CreateIndex
CREATE INDEX "PeriodNotice_workspaceId_idx" ON "PeriodNotice"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "FrozenFigures_periodId_key" ON "FrozenFigures"("periodId");

-- CreateIndex
CREATE INDEX "FrozenFigures_workspaceId_idx" ON "FrozenFigures"("workspaceId");

-- CreateIndex
CREATE INDEX "FrozenCell_workspaceId_idx" ON "FrozenCell"("workspaceId");

-- AddForeignKey
ALTER TABLE "ReportPeriod" ADD CONSTRAINT "ReportPeriod_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodSent" ADD CONSTRAINT "PeriodSent_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportPeriod"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodSent" ADD CONSTRAINT "PeriodSent_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodNotice" ADD CONSTRAINT "PeriodNotice_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportPeriod"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was frozen stays as it is, whoever asks.
CREATE FUNCTION "refuse_change_of_frozen"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'frozen figures are append-only';
END
$$;

CREATE TRIGGER "FrozenFigures_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "FrozenFigures"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_frozen"();

CREATE TRIGGER "FrozenCell_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "FrozenCell"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_frozen"();
