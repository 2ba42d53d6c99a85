-- What a site was until it became something else: moved to another area, retired, taken up again, renamed. What it is now
-- stands in site, so a site that never changed has no row here.
CREATE TABLE site_history (
    site_id bigint NOT NULL REFERENCES site,
    until   timestamptz NOT NULL,
    area_id bigint NOT NULL REFERENCES area,
    status  text NOT NULL,
    kind    text NOT NULL,
    name    text NOT NULL,
    PRIMARY KEY (site_id, until)
);
-- like site: everybody may read it, only the owner's trigger writes
GRANT SELECT ON site_history TO portal_app, portal_overseer;
ALTER TABLE site_history ENABLE ROW LEVEL SECURITY;
CREATE POLICY site_history_read ON site_history FOR SELECT USING (true);

CREATE FUNCTION keep_site_history() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO site_history (site_id, until, area_id, status, kind, name)
    VALUES (OLD.id, clock_timestamp(), OLD.area_id, OLD.status, OLD.kind, OLD.name);
    RETURN NULL;
END
$$;
CREATE TRIGGER site_history AFTER UPDATE OF area_id, status, kind, name ON site
    FOR EACH ROW WHEN ((OLD.area_id, OLD.status, OLD.kind, OLD.name) IS DISTINCT FROM (NEW.area_id, NEW.status, NEW.kind, NEW.name))
    EXECUTE FUNCTION keep_site_history();

-- The area in which a site stood at a moment.
CREATE FUNCTION area_of_site(site bigint, at timestamptz) RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
SELECT coalesce((SELECT h.area_id FROM site_history h WHERE h.site_id = area_of_site.site AND h.until > area_of_site.at ORDER BY h.until LIMIT 1),
                (SELECT s.area_id FROM site s WHERE s.id = area_of_site.site))
$$;
