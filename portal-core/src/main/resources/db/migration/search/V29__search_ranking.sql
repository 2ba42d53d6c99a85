-- What is found is ranked where it is found: the texts by which it is ranked are large, and going through a function they would be copied.
DROP FUNCTION search_here;
DROP FUNCTION search_everywhere;

-- The points of a row d, as an expression: so many for each query that its head answers, with so many more where the query beside it (on the
-- title) is answered as well, and for each that its words answer.
CREATE FUNCTION search_points(in_head tsquery[], in_head_points float8[], in_title tsquery[], in_title_points float8[], anywhere tsquery[],
        anywhere_points float8[]) RETURNS text
    LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp
    AS $$
SELECT coalesce(string_agg(points, ' + '), '0::float8')
FROM (SELECT format('CASE WHEN d.head @@ %L::tsquery THEN %s::float8', head, head_points)
        || CASE WHEN title IS NULL THEN '' ELSE format(' + CASE WHEN d.head @@ %L::tsquery THEN %s::float8 ELSE 0 END', title, title_points) END
        || ' ELSE 0 END' AS points
    FROM unnest(in_head, in_head_points, in_title, in_title_points) AS one (head, head_points, title, title_points)
    UNION ALL SELECT format('CASE WHEN d.words @@ %L::tsquery THEN %s::float8 ELSE 0 END', query, query_points)
    FROM unnest(anywhere, anywhere_points) AS one (query, query_points)) AS every
$$;

-- Row-level security forbids the application to look words up in the index before it has looked at the site of every row. This does it in
-- its place, for the site at work and no other. (The site's mark is in the index; another index for the site would only cost time.)
CREATE FUNCTION search_here(wanted tsquery, of_head boolean, in_desk boolean, most int, in_head tsquery[], in_head_points float8[],
        in_title tsquery[], in_title_points float8[], anywhere tsquery[], anywhere_points float8[])
    RETURNS TABLE (site_id bigint, entry_id bigint, draft boolean, type text, category text, day date, expires date, points float8)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1000 SET search_path = public, pg_temp
    AS $$
BEGIN
    RETURN QUERY EXECUTE 'SELECT d.site_id, d.entry_id, d.draft, d.type, d.category, d.day, d.expires, ' ||
        search_points(in_head, in_head_points, in_title, in_title_points, anywhere, anywhere_points) || ' FROM search_document d
        WHERE (d.site_id = $1) IS TRUE AND ' || CASE WHEN of_head THEN 'd.head' ELSE 'd.words' END || ' @@ $2 AND ' ||
        CASE WHEN in_desk THEN 'd.desk' ELSE 'd.shown' END || ' LIMIT $3'
        USING portal_site(), ('@' || portal_site())::tsquery && wanted, most;
END
$$;
REVOKE EXECUTE ON FUNCTION search_here FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_here TO portal_app;

-- In all sites, for the overseer. What stands in very many entries is looked for in titles first, then anywhere, both times quarter by
-- quarter from the latest on and no further than until there are enough; so a row may come twice. Quarters without entries are passed over.
-- What stands in not so many is looked for at once: many quarters would take longer.
CREATE FUNCTION search_everywhere(wanted tsquery, wanted_title tsquery, of_head boolean, most int, in_head tsquery[], in_head_points float8[],
        in_title tsquery[], in_title_points float8[], anywhere tsquery[], anywhere_points float8[])
    RETURNS TABLE (site_id bigint, entry_id bigint, draft boolean, type text, category text, day date, expires date, points float8)
    LANGUAGE plpgsql VOLATILE ROWS 1000 SET search_path = public, pg_temp
    AS $$
DECLARE
    ranked text := 'SELECT d.site_id, d.entry_id, d.draft, d.type, d.category, d.day, d.expires, ' ||
        search_points(in_head, in_head_points, in_title, in_title_points, anywhere, anywhere_points) || ' FROM search_document d WHERE d.shown AND ';
    everything text := CASE WHEN of_head THEN 'd.head' ELSE 'd.words' END;
    place text;
    query tsquery;
    plan json;
    latest date;
    enough int;
    found int;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT JSON) SELECT FROM search_document d WHERE ' || everything || ' @@ ' || quote_literal(wanted) || '::tsquery' INTO plan;
    IF (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8 < 2 * most THEN
        RETURN QUERY EXECUTE ranked || everything || ' @@ $1 LIMIT $2' USING wanted, 2 * most;
        RETURN;
    END IF;
    FOR title IN REVERSE 1 .. 0 LOOP
        place := CASE title WHEN 1 THEN 'd.head' ELSE everything END;
        query := CASE title WHEN 1 THEN wanted_title ELSE wanted END;
        EXECUTE 'EXPLAIN (FORMAT JSON) SELECT FROM search_document d WHERE ' || place || ' @@ ' || quote_literal(query) || '::tsquery' INTO plan;
        IF (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8 < most THEN
            RETURN QUERY EXECUTE ranked || place || ' @@ $1 LIMIT $2' USING query, most;
        ELSE
            enough := most;
            SELECT max(d.day) INTO latest FROM search_document d WHERE d.shown;
            WHILE enough > 0 AND latest IS NOT NULL LOOP
                RETURN QUERY EXECUTE ranked || place || ' @@ $1 LIMIT $2' USING query && to_char(latest, '"@q"YYYYQ')::tsquery, enough;
                GET DIAGNOSTICS found = ROW_COUNT;
                enough := enough - found;
                SELECT max(d.day) INTO latest FROM search_document d WHERE d.shown AND d.day < date_trunc('quarter', latest);
            END LOOP;
        END IF;
    END LOOP;
END
$$;
REVOKE EXECUTE ON FUNCTION search_everywhere FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_everywhere TO portal_overseer;
