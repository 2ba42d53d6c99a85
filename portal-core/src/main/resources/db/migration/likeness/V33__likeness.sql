-- What is kept of the text of each published entry that may be a copy or be copied: enough to find those alike without reading texts.
CREATE TABLE text_sketch (
    site_id     bigint NOT NULL,
    entry_id    bigint NOT NULL,
    revision_id bigint NOT NULL,
    -- the day on which the entry appeared, for periods
    day         date NOT NULL,
    -- since when this text is public, for saying who was first
    at          timestamptz NOT NULL,
    -- whether it was not taken over from a district or the province
    own         boolean NOT NULL,
    shingles    int NOT NULL,
    -- 64 keys, each of its place (6 bits) and three smallest hashes (8 bits each)
    sketch      int[] NOT NULL,
    -- the way in which it was made; another one: to be done again
    method      int NOT NULL,
    compared    boolean NOT NULL DEFAULT false,
    PRIMARY KEY (site_id, entry_id)
);
ALTER TABLE text_sketch ALTER COLUMN sketch SET STORAGE PLAIN;
-- what waits to be brought into the index is looked through with every search, so little may wait
CREATE INDEX text_sketch_keys ON text_sketch USING gin (sketch) WITH (gin_pending_list_limit = 64);
CREATE INDEX text_sketch_open ON text_sketch (site_id) WHERE NOT compared;
CREATE INDEX text_sketch_day ON text_sketch (day, site_id) INCLUDE (entry_id) WHERE own;
CALL wall_in('text_sketch');

-- Entries whose text is a near-duplicate of what another site published earlier: of each the one it is most alike.
CREATE TABLE text_likeness (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- the later one
    site_id        bigint NOT NULL,
    entry_id       bigint NOT NULL,
    day            date NOT NULL,
    at             timestamptz NOT NULL,
    -- the earlier one, as it was compared
    other_site     bigint NOT NULL,
    other_entry    bigint NOT NULL,
    other_revision bigint NOT NULL,
    other_at       timestamptz NOT NULL,
    -- how much of the later text stands in the earlier one, in percent
    overlap        smallint NOT NULL CHECK (overlap BETWEEN 1 AND 100),
    since          timestamptz NOT NULL,
    UNIQUE (site_id, entry_id),
    FOREIGN KEY (site_id, entry_id) REFERENCES text_sketch ON DELETE CASCADE
);
CREATE INDEX text_likeness_other ON text_likeness (other_site, other_entry);
CREATE INDEX text_likeness_day ON text_likeness (day, site_id);
CALL wall_in('text_likeness');

-- What officers say of a pair; the latest word counts. Never changed.
CREATE TABLE likeness_word (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id     bigint NOT NULL,
    entry_id    bigint NOT NULL,
    other_site  bigint NOT NULL,
    other_entry bigint NOT NULL,
    -- whether both may have the same text, so that it is not counted as a copy
    rightful    boolean NOT NULL,
    reason      text NOT NULL,
    by_name     text NOT NULL,
    by_id       bigint NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX likeness_word_pair ON likeness_word (site_id, entry_id, other_site, other_entry, id DESC);
CALL wall_in('likeness_word');
REVOKE UPDATE, DELETE ON likeness_word FROM portal_app;

-- Up to which version of a site its sketches are made; whether it was in service then.
CREATE TABLE likeness_site (
    site_id    bigint PRIMARY KEY,
    version    bigint NOT NULL,
    in_service boolean NOT NULL,
    method     int NOT NULL,
    made_at    timestamptz NOT NULL
);
CALL wall_in('likeness_site');

-- When all was begun to be made anew by command; sites made before are still to be done.
CREATE TABLE likeness_again (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    begun timestamptz NOT NULL,
    ended timestamptz
);
CREATE UNIQUE INDEX likeness_again_one ON likeness_again ((true)) WHERE ended IS NULL;
GRANT SELECT, INSERT, UPDATE ON likeness_again TO portal_app;
GRANT SELECT ON likeness_again TO portal_overseer;
