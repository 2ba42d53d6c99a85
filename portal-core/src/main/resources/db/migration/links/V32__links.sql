-- What citizens can follow from published entries. Addresses outside belong to no site: each is asked once for all that link to it.
CREATE TABLE link_target (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    address      text NOT NULL,
    host         text NOT NULL,
    state        text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'GOOD', 'DOUBTFUL', 'BROKEN')),
    -- what was wrong the last time, while it is not good
    problem      text,
    -- answer of the server, where there was one
    status       int,
    -- how often in a row something was wrong, and since when
    failures     smallint NOT NULL DEFAULT 0,
    failed_since timestamptz,
    checked_at   timestamptz,
    -- not to be asked before
    due          timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX link_target_address ON link_target (md5(address));
CREATE INDEX link_target_due ON link_target (host, due);
CREATE INDEX link_target_waiting ON link_target (due);
CREATE INDEX link_target_broken ON link_target (id) WHERE state = 'BROKEN';

-- No host is asked by two at a time, or twice within some seconds.
CREATE TABLE link_host (
    host    text PRIMARY KEY,
    -- when one of its addresses falls due first
    due     timestamptz NOT NULL,
    -- not to be asked before, whatever is due
    next_at timestamptz NOT NULL
);
CREATE INDEX link_host_due ON link_host (due);
GRANT SELECT, INSERT, UPDATE, DELETE ON link_target, link_host TO portal_app;
GRANT SELECT ON link_target, link_host TO portal_overseer;

-- Published entries of which the links are known.
CREATE TABLE link_entry (
    site_id     bigint NOT NULL,
    entry_id    bigint NOT NULL,
    revision_id bigint NOT NULL,
    PRIMARY KEY (site_id, entry_id)
);
CALL wall_in('link_entry');

CREATE TABLE entry_link (
    site_id    bigint NOT NULL,
    entry_id   bigint NOT NULL,
    position   int NOT NULL,
    -- what readers click on, and the address as it was written
    text       text NOT NULL,
    address    text NOT NULL,
    -- outside
    target_id  bigint,
    -- inside: of which site, and which path there
    other_site bigint,
    path       text,
    -- inside: what is wrong, and since when
    problem    text,
    since      timestamptz,
    PRIMARY KEY (site_id, entry_id, position),
    FOREIGN KEY (site_id, entry_id) REFERENCES link_entry ON DELETE CASCADE,
    CHECK ((target_id IS NULL) <> (path IS NULL)),
    CHECK ((path IS NULL) = (other_site IS NULL)),
    CHECK ((problem IS NULL) = (since IS NULL))
);
CREATE INDEX entry_link_target ON entry_link (target_id) WHERE target_id IS NOT NULL;
CREATE INDEX entry_link_other ON entry_link (other_site, site_id) WHERE path IS NOT NULL;
CREATE INDEX entry_link_problem ON entry_link (site_id) WHERE problem IS NOT NULL;
CALL wall_in('entry_link');

-- Up to which version of a site its links are known and looked up.
CREATE TABLE link_site (
    site_id    bigint PRIMARY KEY,
    version    bigint NOT NULL,
    in_service boolean NOT NULL
);
CALL wall_in('link_site');
