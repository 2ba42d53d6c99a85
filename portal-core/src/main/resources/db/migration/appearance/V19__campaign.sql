-- What the province or an area shows on many sites for a while. Belongs to no site; which sites show it follows from its reach.
CREATE TABLE campaign (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- whose it is; NULL: of the province
    area_id        bigint,
    origin         text NOT NULL,
    title          text NOT NULL,
    text           text NOT NULL,
    -- https://… or a path on the site; empty: leads nowhere
    href           text NOT NULL,
    -- a shared picture
    picture_src    text,
    picture_width  int,
    picture_height int,
    picture_alt    text,
    place          text NOT NULL CHECK (place IN ('STRIP', 'HOME')),
    begins_at      timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL,
    reach          text NOT NULL CHECK (reach IN ('ALL', 'AREAS', 'SITES')),
    stopped_at     timestamptz,
    by_name        text NOT NULL,
    lock_version   int NOT NULL,
    CHECK (ends_at > begins_at),
    CHECK (num_nulls(picture_src, picture_width, picture_height, picture_alt) IN (0, 4))
);
CREATE INDEX campaign_ends ON campaign (ends_at) WHERE stopped_at IS NULL;

-- The areas and the sites it reaches, where not all.
CREATE TABLE campaign_area (
    campaign_id bigint NOT NULL REFERENCES campaign,
    area        bigint NOT NULL,
    PRIMARY KEY (campaign_id, area)
);
CREATE TABLE campaign_site (
    campaign_id bigint NOT NULL REFERENCES campaign,
    site        bigint NOT NULL,
    PRIMARY KEY (campaign_id, site)
);

-- Who did what with it. Added to, never edited.
CREATE TABLE campaign_act (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign_id bigint NOT NULL REFERENCES campaign,
    kind        text NOT NULL CHECK (kind IN ('BEGUN', 'CHANGED', 'STOPPED')),
    by_id       bigint NOT NULL,
    by_name     text NOT NULL,
    -- how many sites it reached by this act
    sites       int NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX campaign_act_of ON campaign_act (campaign_id, id);

GRANT SELECT, INSERT, UPDATE ON campaign TO portal_app;
GRANT SELECT, INSERT, DELETE ON campaign_area, campaign_site TO portal_app;
GRANT SELECT, INSERT ON campaign_act TO portal_app;
GRANT SELECT ON campaign, campaign_area, campaign_site, campaign_act TO portal_overseer;
