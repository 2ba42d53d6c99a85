-- Which rows Elasticsearch has yet to get. A table of its own, because to mark the rows themselves would write their large indexes anew.
CREATE TABLE search_unsent (
    site_id    bigint NOT NULL,
    entry_id   bigint NOT NULL,
    draft      boolean NOT NULL,
    version    bigint NOT NULL,
    -- when Elasticsearch did not want this version at all; it gets it again much later
    refused_at timestamptz,
    PRIMARY KEY (site_id, entry_id, draft)
);
CREATE INDEX search_unsent_version ON search_unsent (version);
CALL wall_in('search_unsent');

-- Each time an index of Elasticsearch was made anew, from all rows, site by site.
CREATE TABLE search_rebuild (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    index_name text NOT NULL,
    -- all sites up to this one are through
    done_to    bigint NOT NULL DEFAULT 0,
    documents  bigint NOT NULL DEFAULT 0,
    begun      timestamptz NOT NULL DEFAULT now(),
    ended      timestamptz,
    -- why it came to nothing
    failure    text
);
CREATE UNIQUE INDEX search_rebuild_one ON search_rebuild ((true)) WHERE ended IS NULL;
GRANT SELECT, UPDATE ON search_rebuild TO portal_app;
GRANT SELECT ON search_rebuild TO portal_overseer;

-- Where Elasticsearch was never used nothing is noted: the first index is made from all rows.
CREATE FUNCTION search_note_unsent() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM search_rebuild) THEN
        INSERT INTO search_unsent (site_id, entry_id, draft, version) VALUES (new.site_id, new.entry_id, new.draft, new.version)
        ON CONFLICT (site_id, entry_id, draft) DO UPDATE SET version = excluded.version, refused_at = NULL;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER search_note_unsent AFTER INSERT OR UPDATE OF version ON search_document FOR EACH ROW EXECUTE FUNCTION search_note_unsent();

-- Begins, unless one has begun. It waits for whoever is writing rows: what they write is noted or, if they came first, read.
CREATE FUNCTION search_begin_rebuild(name text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    LOCK TABLE search_document IN SHARE MODE;
    INSERT INTO search_rebuild (index_name) SELECT name WHERE NOT EXISTS (SELECT FROM search_rebuild WHERE ended IS NULL);
    RETURN found;
END
$$;
REVOKE EXECUTE ON FUNCTION search_begin_rebuild FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_begin_rebuild TO portal_app;

-- Elasticsearch has got these versions, or later ones.
CREATE FUNCTION search_sent(sites bigint[], entries bigint[], drafts boolean[], versions bigint[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DELETE FROM search_unsent u USING unnest(sites, entries, drafts, versions) AS s (site_id, entry_id, draft, version)
WHERE u.site_id = s.site_id AND u.entry_id = s.entry_id AND u.draft = s.draft AND u.version <= s.version
$$;
REVOKE EXECUTE ON FUNCTION search_sent FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_sent TO portal_app;

-- Elasticsearch does not want these versions.
CREATE FUNCTION search_refused(sites bigint[], entries bigint[], drafts boolean[], versions bigint[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
UPDATE search_unsent u SET refused_at = now() FROM unnest(sites, entries, drafts, versions) AS s (site_id, entry_id, draft, version)
WHERE u.site_id = s.site_id AND u.entry_id = s.entry_id AND u.draft = s.draft AND u.version <= s.version
$$;
REVOKE EXECUTE ON FUNCTION search_refused FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_refused TO portal_app;
