-- Where the latest text of an entry stands on its way to the citizens; what they see is told by status.
ALTER TABLE entry ADD COLUMN progress text NOT NULL DEFAULT 'WRITING'
    CHECK (progress IN ('WRITING', 'IN_REVIEW', 'RETURNED', 'SCHEDULED', 'DONE'));
ALTER TABLE entry ADD COLUMN progress_since timestamptz NOT NULL DEFAULT now();
-- name of the stage it waits for while in review
ALTER TABLE entry ADD COLUMN waits_for text;
UPDATE entry SET progress = 'DONE', progress_since = changed_at WHERE status <> 'DRAFT' AND
    (status = 'WITHDRAWN' OR latest_revision_id = published_revision_id);
CREATE INDEX entry_progress ON entry (site_id, progress) WHERE progress <> 'DONE';

-- Who saved it, by account; NULL for programs such as an import.
ALTER TABLE revision ADD COLUMN saved_by_id bigint;
