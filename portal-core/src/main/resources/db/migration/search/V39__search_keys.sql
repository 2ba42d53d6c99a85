-- What is looked for is looked for in one site, or in the latest quarters of all. So the index has words together with the site and words
-- together with the quarter as its keys ("12:chợ", "20264:chợ"): the few entries behind such keys are quickly put together, where those
-- behind the words alone were found in all sites and years first. (Row-level security and ranking: see V29.)

CREATE FUNCTION search_quarter(day date) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((extract(year FROM day) * 10 + extract(quarter FROM day))::int)::text;

-- Words and marks, each behind the place where it is looked for. Words are of letters and digits: none has a quote or a blank in it.
CREATE FUNCTION search_keys(place text, words tsvector) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN replace(' ' || strip(words)::text, ' ''', ' ''' || place || ':')::tsvector;

-- The same for what is looked for, in which # stands for the place.
CREATE FUNCTION search_keys(place text, wanted text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN replace(wanted, '#', place || ':')::tsquery;

-- Of a head the title and the number, and the marks by which hits are narrowed down, which have no label.
CREATE FUNCTION search_title(head tsvector, site bigint, type text, category text, day date) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ts_filter(head, '{a,b}') || array_to_tsvector(ARRAY['@' || site, '@t' || type, '@c' || coalesce(category, ''),
        '@y' || extract(year FROM day)]);

DROP INDEX search_document_words;
DROP INDEX search_document_head;
CREATE INDEX search_document_words_of_site ON search_document USING gin (search_keys(site_id::text, words));
CREATE INDEX search_document_titles_of_site ON search_document
    USING gin (search_keys(site_id::text, search_title(head, site_id, type, category, day)));
CREATE INDEX search_document_words_of_quarter ON search_document USING gin (search_keys(search_quarter(day), words)) WHERE shown;
CREATE INDEX search_document_titles_of_quarter ON search_document
    USING gin (search_keys(search_quarter(day), search_title(head, site_id, type, category, day))) WHERE shown;

DROP FUNCTION search_here;
DROP FUNCTION search_everywhere;

-- In the site at work: what has all keys wanted and answers the exact query, if there is one. (Its arguments are those of search_points.)
CREATE FUNCTION search_here(wanted text, exact tsquery, of_head boolean, in_desk boolean, most int, in_head tsquery[], in_head_points float8[],
        in_title tsquery[], in_title_points float8[], anywhere tsquery[], anywhere_points float8[])
    RETURNS TABLE (site_id bigint, entry_id bigint, draft boolean, type text, category text, day date, expires date, points float8)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1000 SET search_path = public, pg_temp SET enable_seqscan = off
    AS $$
DECLARE
    looked text := CASE WHEN of_head THEN 'search_title(d.head, d.site_id, d.type, d.category, d.day)' ELSE 'd.words' END;
    place text := CASE WHEN of_head THEN 'd.head' ELSE 'd.words' END;
BEGIN
    RETURN QUERY EXECUTE 'SELECT d.site_id, d.entry_id, d.draft, d.type, d.category, d.day, d.expires, ' ||
        search_points(in_head, in_head_points, in_title, in_title_points, anywhere, anywhere_points) || ' FROM search_document d
        WHERE search_keys(d.site_id::text, ' || looked || ') @@ $2 AND (d.site_id = $1) IS TRUE AND ' ||
        CASE WHEN in_desk THEN 'd.desk' ELSE 'd.shown' END ||
        CASE WHEN exact IS NULL THEN '' ELSE ' AND ts_match_vq(' || place || ', $3)' END || ' LIMIT $4'
        USING portal_site(), search_keys(portal_site()::text, wanted), exact, most;
END
$$;
REVOKE EXECUTE ON FUNCTION search_here FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_here TO portal_app;

-- In all sites, for the overseer: what has it in the title, then what has it anywhere, both times quarter by quarter from the latest on and
-- no further than until there are enough; so a row may come twice. Quarters without entries are passed over. With of_head only titles and
-- numbers are looked at.
CREATE FUNCTION search_everywhere(wanted text, exact tsquery, exact_title tsquery, of_head boolean, most int, in_head tsquery[],
        in_head_points float8[], in_title tsquery[], in_title_points float8[], anywhere tsquery[], anywhere_points float8[])
    RETURNS TABLE (site_id bigint, entry_id bigint, draft boolean, type text, category text, day date, expires date, points float8)
    LANGUAGE plpgsql STABLE ROWS 1000 SET search_path = public, pg_temp SET enable_seqscan = off
    AS $$
DECLARE
    looked text := 'WITH RECURSIVE quarter (latest) AS (
        SELECT max(d.day) FROM search_document d WHERE d.shown
        UNION ALL SELECT (SELECT max(d.day) FROM search_document d WHERE d.shown AND d.day < date_trunc(''quarter'', latest))
            FROM quarter WHERE latest IS NOT NULL)
        SELECT found.* FROM quarter, LATERAL (SELECT d.site_id, d.entry_id, d.draft, d.type, d.category, d.day, d.expires, ' ||
        search_points(in_head, in_head_points, in_title, in_title_points, anywhere, anywhere_points) || ' FROM search_document d
            WHERE d.shown AND search_keys(search_quarter(d.day), ';
    at_place text := ') @@ search_keys(search_quarter(latest), $1)';
BEGIN
    RETURN QUERY EXECUTE looked || 'search_title(d.head, d.site_id, d.type, d.category, d.day)' || at_place || ' AND ts_match_vq(d.head, $2)) found LIMIT $3'
        USING wanted, CASE WHEN of_head THEN exact ELSE exact_title END, most;
    IF NOT of_head THEN
        RETURN QUERY EXECUTE looked || 'd.words' || at_place ||
            CASE WHEN exact IS NULL THEN '' ELSE ' AND ts_match_vq(d.words, $2)' END || ') found LIMIT $3' USING wanted, exact, most;
    END IF;
END
$$;
REVOKE EXECUTE ON FUNCTION search_everywhere FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_everywhere TO portal_overseer;

-- What is indexed is noted in a list first, which every search reads to its end, and sorted in when that has grown long; reindexing lets it
-- grow longer. This sorts in what is left.
CREATE FUNCTION search_sort_in() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
SELECT gin_clean_pending_list(i.indexrelid)
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
WHERE i.indrelid = 'search_document'::regclass AND a.amname = 'gin'
$$;
REVOKE EXECUTE ON FUNCTION search_sort_in FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_sort_in TO portal_app;
