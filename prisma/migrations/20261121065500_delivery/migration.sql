-- AlterTable
ALTER TABLE "Chat" ADD COLUMN     "blockedReason" TEXT;

UPDATE "Chat" SET "blockedReason" = 'blocked' WHERE "blockedAt" IS NOT NULL;

-- AlterTable
ALTER TABLE "OutboundMessage" ADD COLUMN     "channel" "Channel",
ADD COLUMN     "movedTo" "Channel",
ADD COLUMN     "urgent" BOOLEAN NOT NULL DEFAULT false;

UPDATE "OutboundMessage" message SET "channel" = chat."channel" FROM "Chat" chat WHERE chat."id" = message."chatId";

-- Of a chat that is no more nobody knows where it was.
UPDATE "OutboundMessage" SET "channel" = 'web' WHERE "channel" IS NULL;

ALTER TABLE "OutboundMessage" ALTER COLUMN "channel" SET NOT NULL;

-- CreateTable
CREATE TABLE "SendQuota" (
    "channel" "Channel" NOT NULL,
    "monthly" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,

    CONSTRAINT "SendQuota_pkey" PRIMARY KEY ("channel")
);

-- DropIndex
DROP INDEX "OutboundMessage_workspaceId_state_idx";

-- CreateIndex
CREATE INDEX "OutboundMessage_workspaceId_state_settledAt_idx" ON "OutboundMessage"("workspaceId", "state", "settledAt");

-- CreateIndex
CREATE INDEX "OutboundMessage_zalo_month_idx" ON "OutboundMessage"("settledAt") WHERE (channel = 'zalo'::"Channel");
