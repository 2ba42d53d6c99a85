-- What a board made of its site. Rows are never changed: the latest of a site is in force, taking back adds one.
CREATE TABLE look_change (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id bigint NOT NULL,
    -- what was changed; look holds the whole after it
    part    text NOT NULL CHECK (part IN ('STYLE', 'BLOCKS', 'MENU', 'BANNERS', 'LINKS', 'OFFICE')),
    look    jsonb NOT NULL,
    undo    boolean NOT NULL,
    by_name text NOT NULL,
    at      timestamptz NOT NULL
);
CREATE INDEX look_change_latest ON look_change (site_id, id DESC);
CREATE INDEX look_change_part ON look_change (site_id, part, id DESC);
CALL wall_in('look_change');
REVOKE UPDATE, DELETE ON look_change FROM portal_app;
