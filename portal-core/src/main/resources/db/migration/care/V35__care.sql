-- That a site was reminded, by an officer or by rule. Added, never edited.
CREATE TABLE reminder (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id bigint NOT NULL,
    whom    text NOT NULL CHECK (whom IN ('EDITORS', 'LEADERS', 'BOARD', 'AREA', 'PROVINCE')),
    by_rule boolean NOT NULL,
    -- who was told, as people read it
    told    text NOT NULL,
    -- what the officer added; may be empty
    word    text NOT NULL,
    -- NULL: the portal itself
    by_id   bigint,
    by_name text NOT NULL,
    at      timestamptz NOT NULL,
    -- the same for a form that was sent twice
    token   text NOT NULL,
    CHECK (by_rule = (by_id IS NULL)),
    UNIQUE (site_id, token)
);
CREATE INDEX reminder_latest ON reminder (site_id, id DESC);
CALL wall_in('reminder');
REVOKE UPDATE, DELETE ON reminder FROM portal_app;

-- Of what it reminded, as it was said then.
CREATE TABLE reminder_item (
    reminder_id bigint NOT NULL REFERENCES reminder,
    site_id     bigint NOT NULL,
    position    int NOT NULL,
    -- by what it was measured; an offer as "chia-se/<identity before the site>"
    rule        text NOT NULL,
    sentence    text NOT NULL,
    href        text NOT NULL,
    since       date,
    -- which rule of reminders told it, and which of its steps, from 0 on; NULL: by hand
    rule_key    text,
    step        int,
    PRIMARY KEY (reminder_id, position),
    CHECK ((rule_key IS NULL) = (step IS NULL))
);
CREATE INDEX reminder_item_told ON reminder_item (site_id, rule) WHERE rule_key IS NOT NULL;
CALL wall_in('reminder_item');
REVOKE UPDATE, DELETE ON reminder_item FROM portal_app;

-- Somebody of the board has taken note.
CREATE TABLE reminder_known (
    reminder_id bigint PRIMARY KEY REFERENCES reminder,
    site_id     bigint NOT NULL,
    by_id       bigint NOT NULL,
    by_name     text NOT NULL,
    at          timestamptz NOT NULL
);
CALL wall_in('reminder_known');
REVOKE UPDATE, DELETE ON reminder_known FROM portal_app;

-- Since when something is found that cannot tell so itself; gone with what it tells of.
CREATE TABLE finding_seen (
    site_id bigint NOT NULL,
    rule    text NOT NULL,
    since   date NOT NULL,
    PRIMARY KEY (site_id, rule)
);
CALL wall_in('finding_seen');

-- Contacts with boards, and help given. Added, never edited: a correction is a row of its own that names the first one.
CREATE TABLE contact (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id     bigint NOT NULL,
    corrects    bigint REFERENCES contact,
    on_day      date NOT NULL,
    how         text NOT NULL CHECK (how IN ('PHONE', 'VISIT', 'MESSAGE', 'TRAINING')),
    with_whom   text NOT NULL,
    said        text NOT NULL,
    agreed      text NOT NULL,
    -- when to look again
    until       date,
    by_id       bigint NOT NULL,
    by_name     text NOT NULL,
    recorded_at timestamptz NOT NULL,
    token       text NOT NULL,
    CHECK (until >= on_day),
    UNIQUE (site_id, token)
);
CREATE INDEX contact_latest ON contact (site_id, id DESC);
CALL wall_in('contact');
REVOKE UPDATE, DELETE ON contact FROM portal_app;

-- Of which weeks the chiefs of a site were written to.
CREATE TABLE week_letter (
    site_id bigint NOT NULL,
    monday  date NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (site_id, monday)
);
CALL wall_in('week_letter');
