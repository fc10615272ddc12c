-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "summaryDay" INTEGER,
ADD COLUMN     "summaryDueAt" TIMESTAMPTZ(3),
ADD COLUMN     "summaryTime" TEXT,
ADD COLUMN     "summaryWish" BOOLEAN;

-- CreateIndex
CREATE INDEX "Person_summaryDueAt_idx" ON "Person"("summaryDueAt");
-- Whoever asked for it in a private chat goes on getting it, once, wherever they are.
UPDATE "Person" person
SET "summaryDueAt" = asked."summaryDueAt", "summaryDay" = asked."summaryDay", "summaryTime" = asked."summaryTime",
  "summaryWish" = true
FROM (
  SELECT DISTINCT ON (account."personId") account."personId", chat."summaryDueAt", chat."summaryDay", chat."summaryTime"
  FROM "ChatAccount" account
  JOIN "Chat" chat ON chat."id" = account."chatId" AND chat."workspaceId" = account."workspaceId"
  WHERE chat."kind" = 'private' AND chat."summaryDueAt" IS NOT NULL
  ORDER BY account."personId", chat."summaryDay" IS NULL, account."id" DESC
) asked
WHERE asked."personId" = person."id";

-- Whoever declined it, and did not ask again, is not sent it.
UPDATE "Person" person SET "summaryWish" = false
FROM (
  SELECT DISTINCT ON (event."personId") event."personId", event."action"
  FROM "AuditEvent" event
  JOIN "Chat" chat ON chat."id"::text = event."subjectId" AND chat."kind" = 'private'
  WHERE event."subject" = 'chat' AND event."action" IN ('summary.subscribe', 'summary.unsubscribe')
  ORDER BY event."personId", event."id" DESC
) latest
WHERE latest."personId" = person."id" AND latest."action" = 'summary.unsubscribe' AND person."summaryDueAt" IS NULL;

-- Heads and leaders get it by themselves from the next Friday 16:00 on.
UPDATE "Person" person
SET "summaryDueAt" = (
  date_trunc('week', (now() AT TIME ZONE workspace."zone") - interval '4 days 16 hours') + interval '11 days 16 hours'
) AT TIME ZONE workspace."zone"
FROM "Workspace" workspace
WHERE workspace."id" = person."workspaceId" AND person."leftAt" IS NULL
  AND person."summaryDueAt" IS NULL AND person."summaryWish" IS NULL
  AND EXISTS (
    SELECT 1 FROM "Membership" m WHERE m."personId" = person."id" AND m."role" IN ('head', 'leader'));

UPDATE "Chat" SET "summaryDueAt" = NULL, "summaryDay" = NULL, "summaryTime" = NULL WHERE "kind" = 'private';
