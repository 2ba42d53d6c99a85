-- What a district or the province writes once for many sites. Belongs to no site; sites reach it by what is offered to them.
CREATE TABLE offer (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- NULL: of the province
    area_id        bigint,
    -- whose pictures and files it shows; NULL: it has none
    source_site    bigint,
    origin         text NOT NULL,
    title          text NOT NULL,
    summary        text NOT NULL,
    body           text NOT NULL,
    -- sites it is offered to, by identity
    targets        jsonb NOT NULL,
    -- raised by every correction
    revision       int NOT NULL,
    state          text NOT NULL CHECK (state IN ('OPEN', 'CLOSED')),
    -- whether all sites have it, with the latest correction
    settled        boolean NOT NULL,
    by_id          bigint NOT NULL,
    by_name        text NOT NULL,
    at             timestamptz NOT NULL,
    changed_at     timestamptz NOT NULL
);
CREATE INDEX offer_unsettled ON offer (id) WHERE NOT settled;
GRANT SELECT, INSERT, UPDATE ON offer TO portal_app;
GRANT SELECT ON offer TO portal_overseer;

-- That an offer lies before a site, and what the site made of it.
CREATE TABLE offered (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id          bigint NOT NULL,
    offer_id         bigint NOT NULL REFERENCES offer,
    state            text NOT NULL CHECK (state IN ('NEW', 'TAKEN', 'REFUSED')),
    entry_id         bigint,
    introduction     text NOT NULL,
    follow           text CHECK (follow IN ('AT_ONCE', 'FOR_APPROVAL')),
    -- the correction it has, and the revision of the entry made of it
    taken_revision   int NOT NULL,
    base_revision_id bigint,
    reason           text NOT NULL,
    by_id            bigint,
    by_name          text NOT NULL,
    at               timestamptz NOT NULL,
    UNIQUE (site_id, offer_id),
    CHECK ((state = 'TAKEN') = (entry_id IS NOT NULL))
);
CREATE INDEX offered_offer ON offered (offer_id);
CALL wall_in('offered');
