-- The words of attached files, read once per site. A row is written when an entry with the file is made findable, and goes with the file.
CREATE TABLE search_file (
    site_id bigint NOT NULL,
    hash    text NOT NULL,
    state   text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'DONE', 'FAILED')),
    text    text NOT NULL DEFAULT '',
    -- why there is no text, or not all of it
    reason  text NOT NULL DEFAULT '',
    tries   smallint NOT NULL DEFAULT 0,
    -- of a file that waits: not to be read before
    at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (site_id, hash)
);
CREATE INDEX search_file_open ON search_file (state, at) WHERE state <> 'DONE';
CALL wall_in('search_file');
