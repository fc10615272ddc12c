-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('link', 'document', 'file', 'photo');

-- CreateEnum
CREATE TYPE "ExtensionState" AS ENUM ('pending', 'granted', 'refused', 'withdrawn');

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "assigneeId" UUID;

-- AlterTable
ALTER TABLE "Broadcast" ADD COLUMN     "calledAt" TIMESTAMPTZ(3),
ADD COLUMN     "calls" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "deadline" DATE,
ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "BroadcastReceipt" ADD COLUMN     "seenAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "kind" "EvidenceKind" NOT NULL DEFAULT 'link',
ADD COLUMN     "mime" TEXT,
ADD COLUMN     "sha256" TEXT,
ADD COLUMN     "size" INTEGER,
ADD COLUMN     "storageKey" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "leftAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "requiresEvidence" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "StatusUpdate" ADD COLUMN     "dueAfter" DATE,
ADD COLUMN     "dueBefore" DATE;

-- CreateTable
CREATE TABLE "LinkCode" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LinkCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delegation" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "fromPersonId" UUID NOT NULL,
    "toPersonId" UUID NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UploadLink" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "UploadLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExtensionRequest" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "dueBefore" DATE,
    "wantedOn" DATE NOT NULL,
    "state" "ExtensionState" NOT NULL DEFAULT 'pending',
    "grantedOn" DATE,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "answer" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ExtensionRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "LinkCode_codeHash_key" ON "LinkCode"("codeHash");

-- CreateIndex
CREATE INDEX "LinkCode_workspaceId_personId_idx" ON "LinkCode"("workspaceId", "personId");

-- CreateIndex
CREATE INDEX "Delegation_workspaceId_fromPersonId_idx" ON "Delegation"("workspaceId", "fromPersonId");

-- CreateIndex
CREATE INDEX "Delegation_workspaceId_toPersonId_idx" ON "Delegation"("workspaceId", "toPersonId");

-- CreateIndex
CREATE UNIQUE INDEX "UploadLink_tokenHash_key" ON "UploadLink"("tokenHash");

-- CreateIndex
CREATE INDEX "UploadLink_workspaceId_personId_idx" ON "UploadLink"("workspaceId", "personId");

-- CreateIndex
CREATE INDEX "ExtensionRequest_assignmentId_at_idx" ON "ExtensionRequest"("assignmentId", "at");

-- CreateIndex
CREATE INDEX "ExtensionRequest_workspaceId_state_idx" ON "ExtensionRequest"("workspaceId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "ExtensionRequest_one_pending_key" ON "ExtensionRequest"("assignmentId") WHERE (state = 'pending'::"ExtensionState");

-- AddForeignKey
ALTER TABLE "ExtensionRequest" ADD CONSTRAINT "ExtensionRequest_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Numbers of documents were kept among the links.
UPDATE "Evidence" SET "kind" = 'document' WHERE "url" !~* '^https?://';
