-- Which pictures and files the text of a revision shows or links to; the database keeps it with the text.
CREATE FUNCTION media_in(body text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT coalesce(array_agg(DISTINCT found[1]), '{}') FROM regexp_matches(body, '/(?:media|tep)/([0-9a-f]{32})/', 'g') found $$;
ALTER TABLE revision ADD COLUMN media text[] GENERATED ALWAYS AS (media_in(body)) STORED;
