-- DropIndex
DROP INDEX "Agency_workspaceId_folded_key";

-- DropIndex
DROP INDEX "AgencyAlias_agencyId_idx";

-- DropIndex
DROP INDEX "AgencyAlias_workspaceId_folded_key";

-- AlterTable
ALTER TABLE "Agency" ADD COLUMN     "shortName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "validFrom" DATE,
ADD COLUMN     "validTo" DATE;

-- AlterTable
ALTER TABLE "AgencyAlias" ADD COLUMN     "addedAt" TIMESTAMPTZ(3),
ADD COLUMN     "addedById" UUID,
ADD COLUMN     "validFrom" DATE,
ADD COLUMN     "validTo" DATE;

-- CreateTable
CREATE TABLE "UnknownAgencyName" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,

    CONSTRAINT "UnknownAgencyName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnknownAgencyUse" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "nameId" UUID NOT NULL,
    "draftId" UUID,
    "taskId" UUID,
    "line" INTEGER NOT NULL,

    CONSTRAINT "UnknownAgencyUse_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "UnknownAgencyName_workspaceId_folded_key" ON "UnknownAgencyName"("workspaceId", "folded");

-- CreateIndex
CREATE INDEX "UnknownAgencyUse_workspaceId_nameId_idx" ON "UnknownAgencyUse"("workspaceId", "nameId");

-- CreateIndex
CREATE INDEX "UnknownAgencyUse_draftId_idx" ON "UnknownAgencyUse"("draftId");

-- CreateIndex
CREATE INDEX "UnknownAgencyUse_taskId_idx" ON "UnknownAgencyUse"("taskId");

-- CreateIndex
CREATE INDEX "Agency_workspaceId_folded_idx" ON "Agency"("workspaceId", "folded");

-- CreateIndex
CREATE UNIQUE INDEX "Agency_workspaceId_name_key" ON "Agency"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "AgencyAlias_workspaceId_folded_idx" ON "AgencyAlias"("workspaceId", "folded");

-- CreateIndex
CREATE UNIQUE INDEX "AgencyAlias_agencyId_folded_key" ON "AgencyAlias"("agencyId", "folded");

-- AddForeignKey
ALTER TABLE "UnknownAgencyUse" ADD CONSTRAINT "UnknownAgencyUse_nameId_fkey" FOREIGN KEY ("nameId") REFERENCES "UnknownAgencyName"("id") ON DELETE CASCADE ON UPDATE CASCADE;
