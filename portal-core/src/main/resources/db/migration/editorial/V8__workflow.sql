-- How a board passes a text on. Rows are never changed: the latest of a site is in force, reviews end by the one they began with.
CREATE TABLE workflow (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id    bigint NOT NULL,
    name       text NOT NULL,
    two_person boolean NOT NULL,
    -- [{"name": "Biên tập", "role": "EDITOR", "hours": 8}, …], the last one publishes
    stages     jsonb NOT NULL CHECK (jsonb_array_length(stages) BETWEEN 1 AND 5),
    created_by text NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX workflow_latest ON workflow (site_id, id DESC);
CALL wall_in('workflow');
REVOKE UPDATE, DELETE ON workflow FROM portal_app;

-- A text on its way through the stages; at most one open per entry.
CREATE TABLE review (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id           bigint NOT NULL,
    entry_id          bigint NOT NULL,
    -- of the entry when it was sent, for lists across sites
    title             text NOT NULL,
    revision_id       bigint NOT NULL,
    workflow_id       bigint NOT NULL REFERENCES workflow,
    stage             int NOT NULL,
    stage_name        text NOT NULL,
    role              text NOT NULL,
    state             text NOT NULL CHECK (state IN ('OPEN', 'APPROVED', 'RETURNED', 'RECALLED')),
    submitted_by_id   bigint NOT NULL,
    submitted_by      text NOT NULL,
    submitted_at      timestamptz NOT NULL,
    stage_since       timestamptz NOT NULL,
    due_at            timestamptz NOT NULL,
    -- 0: in time, 1: the chief was told, 2: the district was told
    escalation        int NOT NULL DEFAULT 0,
    decided_by_id     bigint,
    decided_by        text,
    decided_at        timestamptz
);
CREATE UNIQUE INDEX review_open ON review (site_id, entry_id) WHERE state = 'OPEN';
CREATE INDEX review_entry ON review (site_id, entry_id);
CREATE INDEX review_due ON review (due_at) WHERE state = 'OPEN';
CALL wall_in('review');

-- What was done with an entry: who, when, why. Added to, never edited.
CREATE TABLE act (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id     bigint NOT NULL,
    entry_id    bigint NOT NULL,
    revision_id bigint,
    review_id   bigint,
    kind        text NOT NULL,
    stage_name  text,
    by_id       bigint,
    by_name     text NOT NULL,
    reason      text,
    -- the time something is planned for
    planned_at  timestamptz,
    at          timestamptz NOT NULL
);
CREATE INDEX act_entry ON act (site_id, entry_id, id);
CALL wall_in('act');
REVOKE UPDATE, DELETE ON act FROM portal_app;

-- What is to happen by itself: one publication and one withdrawal per entry at most.
CREATE TABLE planned_act (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id     bigint NOT NULL,
    entry_id    bigint NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('PUBLISH', 'WITHDRAW')),
    revision_id bigint,
    at          timestamptz NOT NULL,
    set_by_id   bigint,
    set_by      text NOT NULL,
    state       text NOT NULL CHECK (state IN ('WAITING', 'DONE', 'CANCELLED', 'FAILED')),
    done_at     timestamptz,
    failure     text
);
CREATE UNIQUE INDEX planned_act_waiting ON planned_act (site_id, entry_id, kind) WHERE state = 'WAITING';
CREATE INDEX planned_act_due ON planned_act (at) WHERE state = 'WAITING';
CALL wall_in('planned_act');

-- Remarks on an entry, on a passage of it or on the whole.
CREATE TABLE remark (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id        bigint NOT NULL,
    entry_id       bigint NOT NULL,
    revision_id    bigint NOT NULL,
    answers_id     bigint,
    -- the passage and a little text around it, by which it is found again; empty for the whole
    quote          text NOT NULL,
    prefix         text NOT NULL,
    suffix         text NOT NULL,
    text           text NOT NULL,
    by_id          bigint NOT NULL,
    by_name        text NOT NULL,
    at             timestamptz NOT NULL,
    resolved_by    text,
    resolved_at    timestamptz
);
CREATE INDEX remark_entry ON remark (site_id, entry_id, id);
CALL wall_in('remark');

-- What somebody is to know; kept whether or not a mail could be sent.
CREATE TABLE notice (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id    bigint NOT NULL,
    account_id bigint NOT NULL,
    kind       text NOT NULL,
    entry_id   bigint,
    title      text NOT NULL,
    by_name    text NOT NULL,
    detail     text,
    href       text NOT NULL,
    at         timestamptz NOT NULL,
    read_at    timestamptz,
    -- when to try to mail it; NULL when it was mailed or is not to be
    mail_after timestamptz,
    mail_tries int NOT NULL DEFAULT 0
);
CREATE INDEX notice_account ON notice (account_id, id DESC);
CREATE INDEX notice_mail ON notice (mail_after) WHERE mail_after IS NOT NULL;
CALL wall_in('notice');
