-- Open work without a due date is asked about from the next month on, as if it had been assigned now.
INSERT INTO "NextReminder" ("assignmentId", "workspaceId", "remindAt")
SELECT a."id", a."workspaceId",
  (date_trunc('month', now() AT TIME ZONE workspace."zone") + interval '1 month 8 hours') AT TIME ZONE workspace."zone"
FROM "Assignment" a JOIN "Workspace" workspace ON workspace."id" = a."workspaceId"
WHERE a."dueOn" IS NULL AND a."state" IN ('assigned', 'acknowledged', 'in_progress')
ON CONFLICT ("assignmentId") DO NOTHING;
