-- AlterTable
ALTER TABLE "Chat" ADD COLUMN     "summaryDay" INTEGER,
ADD COLUMN     "summaryTime" TEXT;

-- AlterTable
ALTER TABLE "OutboundMessage" ADD COLUMN     "pictureToken" TEXT;

-- CreateIndex
CREATE INDEX "OutboundMessage_picture_idx" ON "OutboundMessage"("pictureToken") WHERE ("pictureToken" IS NOT NULL);
