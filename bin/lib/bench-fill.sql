-- Gives every other site the categories, entries and revisions of the site :'model', for bin/bench --large: what an
-- import writes, without its hours. Run as the superuser of the bench's own server; identities are the model's, moved
-- by a thousand per site.
SET session_replication_role = replica;
SELECT id AS model_id FROM site WHERE slug = :'model' \gset

INSERT INTO category
SELECT copy.* FROM site s CROSS JOIN category c CROSS JOIN LATERAL jsonb_populate_record(c, jsonb_build_object(
    'site_id', s.id, 'id', c.id + (s.id - :model_id) * 1000)) copy
WHERE c.site_id = :model_id AND s.id > :model_id;

INSERT INTO entry
SELECT copy.* FROM site s CROSS JOIN entry e CROSS JOIN LATERAL jsonb_populate_record(e, jsonb_build_object(
    'site_id', s.id, 'id', e.id + (s.id - :model_id) * 1000,
    'category_id', e.category_id + (s.id - :model_id) * 1000,
    'latest_revision_id', e.latest_revision_id + (s.id - :model_id) * 1000,
    'published_revision_id', e.published_revision_id + (s.id - :model_id) * 1000)) copy
WHERE e.site_id = :model_id AND s.id > :model_id;

INSERT INTO revision
SELECT copy.* FROM site s CROSS JOIN revision r CROSS JOIN LATERAL jsonb_populate_record(r, jsonb_build_object(
    'site_id', s.id, 'id', r.id + (s.id - :model_id) * 1000, 'entry_id', r.entry_id + (s.id - :model_id) * 1000,
    'category_id', r.category_id + (s.id - :model_id) * 1000)) copy
WHERE r.site_id = :model_id AND s.id > :model_id;

SELECT setval('category_seq', (SELECT max(id) FROM category)), setval('entry_seq', (SELECT max(id) FROM entry)),
    setval('revision_seq', (SELECT max(id) FROM revision));
ANALYZE;
SELECT count(*) AS entries FROM entry \gset
\echo :entries
