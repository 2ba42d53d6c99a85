-- The site at work on this connection; NULL outside of any site, so that every policy below then refuses.
CREATE FUNCTION portal_site() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('portal.site', true), '')::bigint $$;

CREATE TABLE province (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    kind text NOT NULL,
    name text NOT NULL
);

CREATE TABLE area (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    province_id bigint NOT NULL REFERENCES province,
    slug        text NOT NULL,
    code        text,
    kind        text NOT NULL,
    name        text NOT NULL,
    UNIQUE (province_id, slug)
);

CREATE TABLE site (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    area_id     bigint NOT NULL REFERENCES area,
    slug        text NOT NULL UNIQUE,
    code        text NOT NULL,
    kind        text NOT NULL,
    name        text NOT NULL,
    theme       text NOT NULL,
    matomo      integer,
    emc         text,
    trust_badge text,
    status      text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'RETIRED')),
    version     bigint NOT NULL DEFAULT 1,
    changed_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX site_changed_at ON site (changed_at);

CREATE TABLE site_host (
    host    text PRIMARY KEY,
    site_id bigint NOT NULL REFERENCES site
);

-- Everybody may read which sites there are; the application may raise the version of the site at work, nothing else.
GRANT SELECT ON province, area, site, site_host TO portal_app, portal_overseer;
GRANT UPDATE (version, changed_at) ON site TO portal_app;
ALTER TABLE site ENABLE ROW LEVEL SECURITY;
CREATE POLICY site_read ON site FOR SELECT USING (true);
CREATE POLICY site_raise_version ON site FOR UPDATE TO portal_app USING (id = portal_site()) WITH CHECK (id = portal_site());

-- Other nodes hear of a new version at once.
CREATE FUNCTION announce_site_version() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM pg_notify('portal_site', NEW.id || ' ' || NEW.version);
    RETURN NULL;
END
$$;
CREATE TRIGGER site_version AFTER UPDATE OF version ON site
    FOR EACH ROW WHEN (OLD.version IS DISTINCT FROM NEW.version) EXECUTE FUNCTION announce_site_version();

-- Walls a table of a site in: the application sees and writes the rows of the site at work, the overseer reads all.
CREATE PROCEDURE wall_in(site_table regclass)
    LANGUAGE plpgsql
    AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', site_table);
    EXECUTE format('CREATE POLICY own_site ON %s TO portal_app USING (site_id = portal_site()) WITH CHECK (site_id = portal_site())', site_table);
    EXECUTE format('CREATE POLICY all_sites ON %s FOR SELECT TO portal_overseer USING (true)', site_table);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO portal_app', site_table);
    EXECUTE format('GRANT SELECT ON %s TO portal_overseer', site_table);
END
$$;
