-- Themes that sites may not choose anew. Belongs to no site.
CREATE TABLE theme_lock (
    theme   text NOT NULL,
    -- NULL: for the whole province
    area_id bigint,
    by_name text NOT NULL,
    at      timestamptz NOT NULL,
    UNIQUE NULLS NOT DISTINCT (theme, area_id)
);
GRANT SELECT, INSERT, DELETE ON theme_lock TO portal_app;
GRANT SELECT ON theme_lock TO portal_overseer;
