-- What somebody has typed and not saved yet, one per person and text; no revision.
-- Once saved, the row stays without text: what was still under way from before that save (a lower base) does not come back to life.
CREATE TABLE working_copy (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id    bigint NOT NULL,
    account_id bigint NOT NULL,
    -- the entry's number, or the key of an entry just begun
    place      text NOT NULL,
    -- NULL for one just begun
    entry_id   bigint,
    type       text NOT NULL,
    -- number of the revision that it began with
    base       int NOT NULL,
    -- the fields of the form by name
    text       json,
    saved_at   timestamptz NOT NULL,
    UNIQUE (site_id, account_id, place)
);
CREATE INDEX working_copy_age ON working_copy (saved_at);
CALL wall_in('working_copy');

-- Who has an entry open, in which window. Lost with a crash, and no matter.
CREATE UNLOGGED TABLE presence (
    site_id    bigint NOT NULL,
    entry_id   bigint NOT NULL,
    account_id bigint NOT NULL,
    page       text NOT NULL,
    name       text NOT NULL,
    seen_at    timestamptz NOT NULL,
    PRIMARY KEY (site_id, entry_id, account_id, page)
);
CREATE INDEX presence_age ON presence (seen_at);
CALL wall_in('presence');
