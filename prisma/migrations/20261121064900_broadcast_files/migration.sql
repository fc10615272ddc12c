-- AlterTable
ALTER TABLE "UploadLink" ADD COLUMN     "broadcastId" UUID,
ALTER COLUMN "assignmentId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "BroadcastFile" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "broadcastId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BroadcastFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BroadcastLink" (
    "tokenHash" TEXT NOT NULL,
    "workspaceId" UUID NOT NULL,
    "broadcastId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BroadcastLink_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateIndex
CREATE INDEX "BroadcastFile_workspaceId_idx" ON "BroadcastFile"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "BroadcastFile_broadcastId_sha256_key" ON "BroadcastFile"("broadcastId", "sha256");

-- CreateIndex
CREATE INDEX "BroadcastLink_workspaceId_idx" ON "BroadcastLink"("workspaceId");

-- CreateIndex
CREATE INDEX "BroadcastLink_broadcastId_idx" ON "BroadcastLink"("broadcastId");

-- AddForeignKey
ALTER TABLE "BroadcastFile" ADD CONSTRAINT "BroadcastFile_broadcastId_fkey" FOREIGN KEY ("broadcastId") REFERENCES "Broadcast"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BroadcastLink" ADD CONSTRAINT "BroadcastLink_broadcastId_fkey" FOREIGN KEY ("broadcastId") REFERENCES "Broadcast"("id") ON DELETE CASCADE ON UPDATE CASCADE;
