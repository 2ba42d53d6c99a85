-- What can be found, beside the entries themselves: one row for what citizens see of an entry, one (draft) for its latest text where that
-- is another. A row that nobody may find any more is emptied and stays, so that versions only rise.
CREATE SEQUENCE search_version_seq;
CREATE TABLE search_document (
    site_id     bigint NOT NULL,
    entry_id    bigint NOT NULL,
    draft       boolean NOT NULL,
    -- rises with every change of the row
    version     bigint NOT NULL,
    revision_id bigint,
    -- of the way in which text is taken apart; another one: to be done again
    analysis    int NOT NULL,
    -- of all that was indexed, to compare with Elasticsearch; below 2^31
    fingerprint bigint NOT NULL,
    -- whether citizens may find it, and whether the newsroom may
    shown       boolean NOT NULL,
    desk        boolean NOT NULL,
    type        text NOT NULL,
    -- slug
    category    text,
    slug        text NOT NULL,
    day         date NOT NULL,
    -- the last day on which it holds
    expires     date,
    -- plain text, beside title and number: summary and short fields; all the rest, with attached files
    title       text NOT NULL,
    number      text NOT NULL,
    brief       text NOT NULL,
    body        text NOT NULL,
    -- title (A), number (B), brief (C) and marks; kept in the row because every hit is ranked by it
    head        tsvector NOT NULL,
    -- everything, and marks: @<site_id> @y<year> @q<year><quarter> @t<type> @c<category>
    words       tsvector NOT NULL,
    PRIMARY KEY (site_id, entry_id, draft)
) WITH (toast_tuple_target = 512);
ALTER TABLE search_document ALTER COLUMN head SET STORAGE MAIN;
CREATE INDEX search_document_words ON search_document USING gin (words);
CREATE INDEX search_document_head ON search_document USING gin (head);
CREATE INDEX search_document_day ON search_document (day) WHERE shown;
CALL wall_in('search_document');
REVOKE DELETE ON search_document FROM portal_app;
GRANT USAGE ON SEQUENCE search_version_seq TO portal_app;

-- Entries whose rows above are to be made anew, written with whatever changed them.
CREATE TABLE search_pending (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id  bigint NOT NULL,
    entry_id bigint NOT NULL,
    at       timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX search_pending_site ON search_pending (site_id, id);
CALL wall_in('search_pending');
INSERT INTO search_pending (site_id, entry_id) SELECT site_id, id FROM entry ORDER BY coalesce(published_at, changed_at), id;

-- Words, folded, that stand in anything published, to find those with one letter changed: both words have a variant in common, which is
-- the word itself or the word without one of its letters. They tell nothing of a site.
CREATE TABLE search_word (
    word     text PRIMARY KEY,
    variants text[] NOT NULL
);
CREATE INDEX search_word_variants ON search_word USING gin (variants);
GRANT SELECT, INSERT ON search_word TO portal_app;
GRANT SELECT ON search_word TO portal_overseer;

-- Row-level security forbids the application to look words up in the index before it has looked at the site of every row. This does it in
-- its place, for the site at work and no other.
CREATE FUNCTION search_here(wanted tsquery, in_head boolean, in_desk boolean, most int)
    RETURNS TABLE (site_id bigint, entry_id bigint, draft boolean, type text, category text, day date, expires date, head tsvector, words tsvector)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1000 SET search_path = public, pg_temp
    AS $$
BEGIN
    RETURN QUERY EXECUTE 'SELECT d.site_id, d.entry_id, d.draft, d.type, d.category, d.day, d.expires, d.head, d.words FROM search_document d
        WHERE d.site_id = $1 AND ' || CASE WHEN in_head THEN 'd.head' ELSE 'd.words' END || ' @@ $2 AND ' ||
        CASE WHEN in_desk THEN 'd.desk' ELSE 'd.shown' END || ' LIMIT $3'
        USING portal_site(), ('@' || portal_site())::tsquery && wanted, most;
END
$$;
REVOKE EXECUTE ON FUNCTION search_here FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_here TO portal_app;

-- In all sites, for the overseer. What stands in very many entries is looked for in titles first, then anywhere, both times quarter by
-- quarter from the latest on and no further than until there are enough; so a row may come twice. What stands in not so many is looked
-- for at once: many quarters would take longer.
CREATE FUNCTION search_everywhere(wanted tsquery, in_title tsquery, in_head boolean, most int)
    RETURNS TABLE (site_id bigint, entry_id bigint, draft boolean, type text, category text, day date, expires date, head tsvector, words tsvector)
    LANGUAGE plpgsql VOLATILE ROWS 1000 SET search_path = public, pg_temp
    AS $$
DECLARE
    columns text := 'SELECT d.site_id, d.entry_id, d.draft, d.type, d.category, d.day, d.expires, d.head, d.words FROM search_document d WHERE d.shown AND ';
    anywhere text := CASE WHEN in_head THEN 'd.head' ELSE 'd.words' END;
    place text;
    query tsquery;
    plan json;
    latest date;
    earliest date;
    quarter date;
    enough int;
    found int;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT JSON) SELECT FROM search_document d WHERE ' || anywhere || ' @@ ' || quote_literal(wanted) || '::tsquery' INTO plan;
    IF (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8 < 2 * most THEN
        RETURN QUERY EXECUTE columns || anywhere || ' @@ $1 LIMIT $2' USING wanted, 2 * most;
        RETURN;
    END IF;
    FOR title IN REVERSE 1 .. 0 LOOP
        place := CASE title WHEN 1 THEN 'd.head' ELSE anywhere END;
        query := CASE title WHEN 1 THEN in_title ELSE wanted END;
        EXECUTE 'EXPLAIN (FORMAT JSON) SELECT FROM search_document d WHERE ' || place || ' @@ ' || quote_literal(query) || '::tsquery' INTO plan;
        IF (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8 < most THEN
            RETURN QUERY EXECUTE columns || place || ' @@ $1 LIMIT $2' USING query, most;
        ELSE
            IF latest IS NULL THEN
                SELECT max(d.day), min(d.day) INTO latest, earliest FROM search_document d WHERE d.shown;
            END IF;
            enough := most;
            quarter := date_trunc('quarter', latest);
            WHILE enough > 0 AND quarter + 92 > earliest LOOP
                RETURN QUERY EXECUTE columns || place || ' @@ $1 LIMIT $2' USING query && ('@q' || to_char(quarter, 'YYYYQ'))::tsquery, enough;
                GET DIAGNOSTICS found = ROW_COUNT;
                enough := enough - found;
                quarter := quarter - interval '3 months';
            END LOOP;
        END IF;
    END LOOP;
END
$$;
REVOKE EXECUTE ON FUNCTION search_everywhere FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_everywhere TO portal_overseer;

-- Entries that were taken apart in another way than is done now, in all sites.
CREATE FUNCTION search_again(current_analysis int) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
WITH outdated AS (
    INSERT INTO search_pending (site_id, entry_id)
    SELECT DISTINCT site_id, entry_id FROM search_document WHERE analysis <> current_analysis RETURNING 1)
SELECT count(*) FROM outdated
$$;
REVOKE EXECUTE ON FUNCTION search_again FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_again TO portal_app;
