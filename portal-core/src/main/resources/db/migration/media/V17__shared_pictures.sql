-- Pictures of the province and of areas, for what is made once for many sites. They belong to no site; which site shows
-- one follows from what uses it.
CREATE TABLE shared_media (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- NULL: of the province
    area_id        bigint,
    hash           text NOT NULL,
    name           text NOT NULL,
    title          text NOT NULL,
    content_type   text NOT NULL,
    bytes          bigint NOT NULL,
    width          int NOT NULL,
    height         int NOT NULL,
    alt            text NOT NULL,
    search_text    text NOT NULL,
    original_type  text NOT NULL,
    original_bytes bigint NOT NULL,
    uploaded_by    text NOT NULL,
    uploaded_at    timestamptz NOT NULL DEFAULT now(),
    UNIQUE NULLS NOT DISTINCT (area_id, hash)
);
CREATE INDEX shared_media_hash ON shared_media (hash);
GRANT SELECT, INSERT, DELETE ON shared_media TO portal_app;
GRANT SELECT ON shared_media TO portal_overseer;
