-- The editorial board of a site: the decision that founded it, and what citizens may know of it. One row at most.
CREATE TABLE board (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id         bigint NOT NULL UNIQUE,
    decision_number text NOT NULL,
    decision_date   date,
    decision_issuer text NOT NULL,
    -- address of the decision's file from the site's root, or empty
    decision_file   text NOT NULL,
    phone           text NOT NULL,
    email           text NOT NULL,
    shown           boolean NOT NULL,
    names_shown     boolean NOT NULL
);
CALL wall_in('board');

-- What a member answers for.
CREATE TABLE board_duty (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id    bigint NOT NULL,
    account_id bigint NOT NULL,
    title      text NOT NULL,
    duty       text NOT NULL,
    UNIQUE (site_id, account_id)
);
CALL wall_in('board_duty');

-- An invitation to the board. Whoever has the link may take it up, once; only its hash is kept.
CREATE TABLE invitation (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id       bigint NOT NULL,
    name          text NOT NULL,
    email         text NOT NULL,
    role          text NOT NULL CHECK (role IN ('CONTRIBUTOR', 'EDITOR', 'DEPUTY_EDITOR', 'CHIEF_EDITOR')),
    token_hash    text NOT NULL UNIQUE,
    invited_by    text NOT NULL,
    at            timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    state         text NOT NULL CHECK (state IN ('OPEN', 'TAKEN', 'WITHDRAWN'))
);
CREATE INDEX invitation_open ON invitation (site_id, id) WHERE state = 'OPEN';
CALL wall_in('invitation');

-- Who did what with whom in the board. Added to, never edited.
CREATE TABLE board_act (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id     bigint NOT NULL,
    kind        text NOT NULL,
    by_id       bigint NOT NULL,
    by_name     text NOT NULL,
    about       text NOT NULL,
    role        text,
    role_before text,
    at          timestamptz NOT NULL
);
CREATE INDEX board_act_latest ON board_act (site_id, id DESC);
CALL wall_in('board_act');
REVOKE UPDATE, DELETE ON board_act FROM portal_app;
