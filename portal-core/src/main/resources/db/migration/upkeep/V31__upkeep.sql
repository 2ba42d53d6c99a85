-- Which state of a site was looked at, and by which list; the row is locked while somebody looks.
CREATE TABLE section_survey (
    site_id bigint PRIMARY KEY,
    version bigint NOT NULL,
    rules   text NOT NULL,
    at      timestamptz NOT NULL,
    -- since when the site is known to have been there
    since   date NOT NULL
);
CALL wall_in('section_survey');

-- How a mandatory section of a site stands, kept so that nobody has to look at a site to know it. What depends on the day is
-- not kept: a section is current as long as current_until has not passed.
CREATE TABLE section_state (
    site_id       bigint NOT NULL,
    checklist     text NOT NULL,
    item          text NOT NULL,
    found         text NOT NULL CHECK (found IN ('PRESENT', 'EMPTY', 'MISSING')),
    -- last day on which it is current; NULL: it does not age
    current_until date,
    -- when the latest of it appeared, or was attested
    last_on       date,
    -- how many entries there are, counted no further than is asked for
    number        int NOT NULL,
    -- the page, where it is one
    entry_id      bigint,
    -- whether it is the board's word, not the portal's look
    attested      boolean NOT NULL,
    PRIMARY KEY (site_id, checklist, item)
);
CALL wall_in('section_state');

-- A board's word that a section is there where the portal cannot see it, or that it is no longer. Added to, never edited.
CREATE TABLE attestation (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id     bigint NOT NULL,
    item        text NOT NULL,
    -- NULL: what was said before does not hold any more
    attested_on date,
    valid_until date,
    note        text NOT NULL,
    link        text NOT NULL,
    by_id       bigint NOT NULL,
    by_name     text NOT NULL,
    role        text NOT NULL,
    at          timestamptz NOT NULL,
    CHECK ((attested_on IS NULL) = (valid_until IS NULL)),
    CHECK (valid_until >= attested_on)
);
CREATE INDEX attestation_latest ON attestation (site_id, item, id DESC);
CALL wall_in('attestation');
REVOKE UPDATE, DELETE ON attestation FROM portal_app;

-- Standing pages and procedures: who looks after each, and when it is to be looked through again.
CREATE TABLE page_review (
    site_id     bigint NOT NULL,
    entry_id    bigint NOT NULL,
    title       text NOT NULL,
    -- who wrote it last, and looks after it unless somebody was named
    author_id   bigint,
    author_name text NOT NULL,
    changed_on  date NOT NULL,
    owner_id    bigint,
    owner_name  text,
    -- who said last that it is still right, and when they want to look again
    reviewed_on date,
    next_on     date,
    by_id       bigint,
    by_name     text,
    at          timestamptz,
    -- NULL: citizens do not see it at the moment
    due_on      date,
    PRIMARY KEY (site_id, entry_id)
);
CREATE INDEX page_review_due ON page_review (due_on, site_id);
CALL wall_in('page_review');
