-- What was changed before a rebuild began it reads itself; once the index is in its place nobody has to send it.
ALTER TABLE search_rebuild ADD COLUMN version bigint NOT NULL DEFAULT 0;

CREATE OR REPLACE FUNCTION search_begin_rebuild(name text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    LOCK TABLE search_document IN SHARE MODE;
    INSERT INTO search_rebuild (index_name, version)
    SELECT name, last_value FROM search_version_seq WHERE NOT EXISTS (SELECT FROM search_rebuild WHERE ended IS NULL);
    RETURN found;
END
$$;

CREATE FUNCTION search_in_place(rebuild bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
DELETE FROM search_unsent u USING search_rebuild r WHERE r.id = rebuild AND u.version <= r.version
$$;
REVOKE EXECUTE ON FUNCTION search_in_place FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_in_place TO portal_app;

-- What was only written anew is not sent again.
CREATE OR REPLACE FUNCTION search_note_unsent() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF (old.fingerprint, old.shown, old.desk, old.analysis) = (new.fingerprint, new.shown, new.desk, new.analysis) THEN
            RETURN NULL;
        END IF;
    END IF;
    IF EXISTS (SELECT FROM search_rebuild) THEN
        INSERT INTO search_unsent (site_id, entry_id, draft, version) VALUES (new.site_id, new.entry_id, new.draft, new.version)
        ON CONFLICT (site_id, entry_id, draft) DO UPDATE SET version = excluded.version, refused_at = NULL;
    END IF;
    RETURN NULL;
END
$$;
