-- Raises the versions of many sites at once, for what the province puts on all of them. Runs as the owner, because the
-- application itself may raise the version of the site at work only; it can do nothing else. The rows are locked in the
-- order of their numbers, so two of these never wait for each other in a circle.
CREATE FUNCTION raise_site_versions(sites bigint[]) RETURNS TABLE (site bigint, raised bigint)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
WITH locked AS MATERIALIZED (SELECT id FROM site WHERE id = ANY (sites) ORDER BY id FOR NO KEY UPDATE)
UPDATE site SET version = version + 1, changed_at = clock_timestamp() FROM locked WHERE site.id = locked.id
RETURNING site.id, site.version
$$;
REVOKE EXECUTE ON FUNCTION raise_site_versions FROM PUBLIC;
GRANT EXECUTE ON FUNCTION raise_site_versions TO portal_app;
