-- Fills every site up to :each published entries of about 300 syllables, for bin/bench oversight: twenty sentences of 15 syllables each, of which two
-- are among fifty that very many entries have. Every twelfth entry is a copy of an earlier one of another site with up to five sentences
-- changed. Run as the superuser of the bench's own server.
SET session_replication_role = replica;
SET work_mem = '256MB';
SELECT setseed(0.2023) \g /dev/null

CREATE TEMP TABLE sentence AS
SELECT n, string_agg(b || e, ' ') AS text
FROM (SELECT n, (ARRAY['b','c','ch','d','đ','g','gi','h','kh','l','m','n','ng','nh','ph','qu','s','t','th','tr','v','x'])[1 + floor(22 * random() ^ 1.5)] AS b,
    (ARRAY['a','á','à','an','áng','ạnh','ao','âm','ân','ây','e','ên','ết','iêm','iền','inh','o','ọc','oi','ong','ồng','ơi','ua','ung','ườn','ướt','y','uyên','ích'])
        [1 + floor(29 * random() ^ 1.5)] AS e
    FROM generate_series(0, 200049) n, generate_series(1, 15)) s
GROUP BY n;
CREATE UNIQUE INDEX ON sentence (n);

CREATE TEMP TABLE made AS
SELECT n, s.id AS site_id, timestamptz '2021-01-01' + n * interval '8 minutes' AS at, CASE WHEN n % 12 = 0 THEN n - 1 - floor(random() * least(n - 2, 30000))::int END AS source,
    n % 6 AS changed
FROM (SELECT row_number() OVER (ORDER BY random())::int AS n, s.id FROM site s, generate_series(1, :each) i WHERE s.status = 'ACTIVE') f JOIN site s ON s.id = f.id;
-- of copies of copies, of one's own and of themselves the first is meant
UPDATE made m SET source = NULL FROM made o WHERE o.n = m.source AND (o.site_id = m.site_id OR o.source IS NOT NULL);
UPDATE made SET changed = floor(random() * 6) WHERE source IS NOT NULL;
CREATE UNIQUE INDEX ON made (n);

CREATE TEMP TABLE line AS
SELECT m.n, i, CASE WHEN i > 18 THEN 200000 + floor(random() * 50)::int ELSE floor(random() * 200000)::int END AS sentence FROM made m, generate_series(1, 20) i;
UPDATE line l SET sentence = o.sentence FROM made m JOIN line o ON o.n = m.source WHERE m.n = l.n AND m.source IS NOT NULL AND o.i = l.i AND l.i > m.changed;
CREATE TEMP TABLE prose AS
SELECT line.n, '<p>' || string_agg(text || '.', CASE WHEN i % 4 = 0 THEN '</p><p>' ELSE ' ' END ORDER BY i) || '</p>' AS body
FROM line JOIN sentence s ON s.n = sentence GROUP BY line.n;
CREATE UNIQUE INDEX ON prose (n);

SELECT coalesce(max(id), 0) AS entries FROM entry \gset
SELECT coalesce(max(id), 0) AS revisions FROM revision \gset
INSERT INTO entry (id, site_id, type, slug, status, latest_revision_id, published_revision_id, revision_count, first_published_at,
    published_at, lock_version, created_at, changed_at, progress, progress_since)
SELECT :entries + n, site_id, 'ARTICLE', 'do-' || n, 'PUBLISHED', :revisions + n, :revisions + n, 1, at, at, 0, at, at, 'DONE', at FROM made;
INSERT INTO revision (id, site_id, entry_id, number, title, summary, body, fields, search_text, words, images, author, saved_by, created_at)
SELECT :revisions + m.n, site_id, :entries + m.n, 1, 'Bài ' || m.n, '', body, '{}', '', 300, 0, '', 'bench', at FROM made m JOIN prose p ON p.n = m.n;
SELECT setval('entry_seq', (SELECT max(id) FROM entry)), setval('revision_seq', (SELECT max(id) FROM revision)) \g /dev/null

-- What is to be found, measured in another way than the portal does: the share of all runs of five syllables that stand in the source, too.
CREATE TABLE bench_copy AS
SELECT :entries + m.n AS entry_id, :entries + m.source AS source_id FROM made m WHERE m.source IS NOT NULL;
ANALYZE;
SELECT count(*) || ' entries, ' || (SELECT count(*) FROM bench_copy) || ' of them made as copies' FROM entry;
