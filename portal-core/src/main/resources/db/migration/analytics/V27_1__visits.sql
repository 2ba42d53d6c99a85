-- What Matomo counted, per site and day in Vietnam: a day is fetched until nothing of it can still arrive. Nothing about people.
CREATE TABLE visit_day (
    site_id    bigint NOT NULL,
    day        date NOT NULL,
    visits     int NOT NULL CHECK (visits >= 0),
    visitors   int NOT NULL CHECK (visitors >= 0),
    page_views int NOT NULL CHECK (page_views >= 0),
    searches   int NOT NULL CHECK (searches >= 0),
    downloads  int NOT NULL CHECK (downloads >= 0),
    fetched_at timestamptz NOT NULL,
    PRIMARY KEY (site_id, day)
);
CREATE INDEX visit_day_day ON visit_day (day, site_id) INCLUDE (visits, page_views);
CALL wall_in('visit_day');

-- The pages most read of a day; a path without host and query.
CREATE TABLE visit_page (
    site_id bigint NOT NULL,
    day     date NOT NULL,
    path    text NOT NULL,
    views   int NOT NULL CHECK (views > 0),
    PRIMARY KEY (site_id, day, path)
);
CALL wall_in('visit_page');

-- Where the visits of a day came from. DIRECT has no name, and is what Matomo names no origin of.
CREATE TABLE visit_referrer (
    site_id bigint NOT NULL,
    day     date NOT NULL,
    kind    text NOT NULL CHECK (kind IN ('DIRECT', 'SEARCH', 'SOCIAL', 'WEBSITE', 'CAMPAIGN')),
    name    text NOT NULL,
    visits  int NOT NULL CHECK (visits > 0),
    PRIMARY KEY (site_id, day, kind, name)
);
CALL wall_in('visit_referrer');

CREATE TABLE visit_search (
    site_id  bigint NOT NULL,
    day      date NOT NULL,
    query    text NOT NULL,
    searches int NOT NULL CHECK (searches > 0),
    PRIMARY KEY (site_id, day, query)
);
CALL wall_in('visit_search');

-- One row for all nodes: who fetches next, when it last succeeded, and what was wrong last time.
CREATE TABLE visit_import (
    id       int PRIMARY KEY CHECK (id = 1),
    tried_at timestamptz NOT NULL,
    done_at  timestamptz,
    problem  text,
    detail   text
);
INSERT INTO visit_import (id, tried_at) VALUES (1, '2000-01-01Z');
GRANT SELECT, UPDATE ON visit_import TO portal_app;
GRANT SELECT ON visit_import TO portal_overseer;
