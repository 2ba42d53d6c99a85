-- A report as it was made: its numbers and its letterhead, as they were then. Belongs to no site. Added, never changed.
CREATE TABLE report (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- whose it is; NULL: of the province
    area_id    bigint,
    office     text NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('MONTH', 'QUARTER', 'YEAR', 'SPAN')),
    first_day  date NOT NULL,
    last_day   date NOT NULL,
    scheduled  boolean NOT NULL,
    made_at    timestamptz NOT NULL,
    -- NULL: by the portal itself
    by_id      bigint,
    by_name    text NOT NULL,
    published  int NOT NULL,
    sites      int NOT NULL,
    silent     int NOT NULL,
    document   jsonb NOT NULL,
    letterhead jsonb NOT NULL,
    CHECK (first_day <= last_day)
);
CREATE INDEX report_of ON report (area_id, id DESC);
-- of several nodes one makes it
CREATE UNIQUE INDEX report_scheduled ON report (coalesce(area_id, 0), kind, first_day) WHERE scheduled;
GRANT SELECT, INSERT ON report TO portal_app;
GRANT SELECT ON report TO portal_overseer;

-- Who is to know of a report that was made by itself: until they have opened it, and until it was mailed.
CREATE TABLE report_reader (
    report_id  bigint NOT NULL REFERENCES report,
    account_id bigint NOT NULL,
    read_at    timestamptz,
    mail_after timestamptz,
    mail_tries int NOT NULL DEFAULT 0,
    PRIMARY KEY (report_id, account_id)
);
CREATE INDEX report_reader_unread ON report_reader (account_id) WHERE read_at IS NULL;
CREATE INDEX report_reader_mail ON report_reader (mail_after) WHERE mail_after IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON report_reader TO portal_app;
GRANT SELECT ON report_reader TO portal_overseer;

-- What an office wants on its reports and when. One row per office; 0: the province.
CREATE TABLE report_office (
    office_id   bigint PRIMARY KEY,
    -- the choices, see OfficeSettings
    settings    jsonb NOT NULL,
    by_name     text NOT NULL,
    changed_at  timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON report_office TO portal_app;
GRANT SELECT ON report_office TO portal_overseer;

-- Keys with which programs of an office read. The key itself is shown once and not kept.
CREATE TABLE report_key (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- whose sites it reads; NULL: all of the province
    area_id     bigint,
    name        text NOT NULL,
    -- its first letters, by which people tell keys apart
    hint        text NOT NULL,
    hash        text NOT NULL UNIQUE,
    made_at     timestamptz NOT NULL,
    by_name     text NOT NULL,
    used_at     timestamptz,
    revoked_at  timestamptz,
    revoked_by  text
);
CREATE INDEX report_key_of ON report_key (area_id, id DESC);
GRANT SELECT, INSERT, UPDATE ON report_key TO portal_app;
GRANT SELECT ON report_key TO portal_overseer;
