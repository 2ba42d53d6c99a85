-- A fact tells where the site stood then, which revision was counted, and whose work it is. An entry appears once
-- (PUBLISHED); after a withdrawal it is RESTORED.
ALTER TABLE volume_fact
    ADD COLUMN area_id       bigint,
    -- the category's lasting key; category is what it was called then
    ADD COLUMN category_slug text,
    ADD COLUMN revision_id   bigint,
    -- who saved the first revision; the name in the byline where that was a program
    ADD COLUMN author_id     bigint,
    ADD COLUMN author        text,
    -- when the draft was begun; NULL where a program wrote it
    ADD COLUMN created_at    timestamptz;
ALTER TABLE volume_fact DROP CONSTRAINT volume_fact_act_check;
ALTER TABLE volume_fact ADD CONSTRAINT volume_fact_act_check CHECK (act IN ('PUBLISHED', 'RESTORED', 'REVISED', 'WITHDRAWN'));

UPDATE volume_fact f SET act = 'RESTORED'
WHERE act = 'PUBLISHED' AND EXISTS (SELECT FROM volume_fact earlier
    WHERE earlier.site_id = f.site_id AND earlier.entry_id = f.entry_id AND earlier.act = 'PUBLISHED' AND earlier.id < f.id);
UPDATE volume_fact f SET
    area_id = s.area_id,
    category_slug = coalesce((SELECT c.slug FROM category c WHERE c.site_id = f.site_id AND c.name = f.category ORDER BY c.id LIMIT 1),
        (SELECT c.slug FROM category c WHERE c.id = e.category_id AND f.category IS NOT NULL)),
    -- of several revisions the latest by then with this very text, as far as its figures tell
    revision_id = CASE WHEN e.revision_count = 1 THEN e.latest_revision_id ELSE coalesce(
        (SELECT r.id FROM revision r WHERE r.entry_id = e.id AND r.words = f.words AND r.images = f.images AND r.created_at <= f.at ORDER BY r.number DESC LIMIT 1),
        (SELECT r.id FROM revision r WHERE r.entry_id = e.id AND r.words = f.words AND r.images = f.images ORDER BY r.number LIMIT 1)) END,
    author_id = begun.saved_by_id,
    author = CASE WHEN begun.saved_by_id IS NOT NULL THEN begun.saved_by ELSE nullif(begun.author, '') END,
    created_at = CASE WHEN begun.saved_by_id IS NOT NULL THEN e.created_at END
FROM entry e JOIN site s ON s.id = e.site_id JOIN revision begun ON begun.entry_id = e.id AND begun.number = 1
WHERE e.id = f.entry_id AND e.site_id = f.site_id;
UPDATE volume_fact f SET area_id = s.area_id FROM site s WHERE s.id = f.site_id AND f.area_id IS NULL;
ALTER TABLE volume_fact ALTER COLUMN area_id SET NOT NULL;

DROP INDEX volume_fact_period;
CREATE INDEX volume_fact_day ON volume_fact (day, id);
CREATE INDEX volume_fact_site ON volume_fact (site_id, day);

-- Sums of the facts, kept in the transactions that write them: by month and by year, for each type and category; and by
-- month for all of them together (TOTAL, with empty type and category). Whole months and years of any period are read
-- here, its edges from the facts. In parts of their own, because a question for years must not read through months.
CREATE TABLE volume_sum (
    site_id   bigint NOT NULL,
    span      text NOT NULL,
    start     date NOT NULL,
    -- where the site stood then
    area_id   bigint NOT NULL,
    type      text NOT NULL,
    category  text NOT NULL,
    published int NOT NULL,
    shared    int NOT NULL,
    withdrawn int NOT NULL,
    restored  int NOT NULL,
    words     bigint NOT NULL,
    images    bigint NOT NULL,
    PRIMARY KEY (site_id, span, start, area_id, type, category)
) PARTITION BY LIST (span);
CREATE TABLE volume_total PARTITION OF volume_sum FOR VALUES IN ('TOTAL') WITH (fillfactor = 80);
CREATE TABLE volume_month PARTITION OF volume_sum FOR VALUES IN ('MONTH') WITH (fillfactor = 80);
CREATE TABLE volume_year PARTITION OF volume_sum FOR VALUES IN ('YEAR') WITH (fillfactor = 80);
CREATE INDEX volume_sum_start ON volume_sum (start);
CALL wall_in('volume_sum');
-- the parts are reached through the whole only
ALTER TABLE volume_total ENABLE ROW LEVEL SECURITY;
ALTER TABLE volume_month ENABLE ROW LEVEL SECURITY;
ALTER TABLE volume_year ENABLE ROW LEVEL SECURITY;

-- The day on which a site last published something of its own, by type and category, and what the category was called.
CREATE TABLE volume_last (
    site_id  bigint NOT NULL,
    type     text NOT NULL,
    category text NOT NULL,
    day      date NOT NULL,
    name     text,
    PRIMARY KEY (site_id, type, category)
) WITH (fillfactor = 80);
CREATE INDEX volume_last_category ON volume_last (category, day);
CALL wall_in('volume_last');

-- What the facts of a site add up to: what volume_sum and volume_last should say. NULL for all sites.
CREATE FUNCTION volume_sums(of_site bigint) RETURNS SETOF volume_sum
    LANGUAGE sql STABLE
    AS $$
SELECT f.site_id, span, date_trunc(CASE span WHEN 'YEAR' THEN 'year' ELSE 'month' END, f.day)::date AS start, f.area_id,
    CASE span WHEN 'TOTAL' THEN '' ELSE f.type END AS type, CASE span WHEN 'TOTAL' THEN '' ELSE coalesce(f.category_slug, '') END AS category,
    count(*) FILTER (WHERE act = 'PUBLISHED' AND NOT shared)::int, count(*) FILTER (WHERE act = 'PUBLISHED' AND shared)::int,
    count(*) FILTER (WHERE act = 'WITHDRAWN' AND NOT shared)::int, count(*) FILTER (WHERE act = 'RESTORED' AND NOT shared)::int,
    coalesce(sum(words) FILTER (WHERE act = 'PUBLISHED' AND NOT shared), 0)::bigint,
    coalesce(sum(images) FILTER (WHERE act = 'PUBLISHED' AND NOT shared), 0)::bigint
FROM volume_fact f CROSS JOIN unnest('{TOTAL,MONTH,YEAR}'::text[]) span
WHERE act <> 'REVISED' AND (of_site IS NULL OR f.site_id = of_site)
GROUP BY 1, 2, 3, 4, 5, 6
$$;
CREATE FUNCTION volume_lasts(of_site bigint) RETURNS SETOF volume_last
    LANGUAGE sql STABLE
    AS $$
SELECT DISTINCT ON (f.site_id, f.type, coalesce(f.category_slug, '')) f.site_id, f.type, coalesce(f.category_slug, ''), f.day, f.category
FROM volume_fact f
WHERE act = 'PUBLISHED' AND NOT shared AND (of_site IS NULL OR f.site_id = of_site)
ORDER BY f.site_id, f.type, coalesce(f.category_slug, ''), f.day DESC, f.id DESC
$$;

INSERT INTO volume_sum SELECT * FROM volume_sums(NULL) ORDER BY span, start;
INSERT INTO volume_last SELECT * FROM volume_lasts(NULL);
ANALYZE volume_fact, volume_sum, volume_last;
