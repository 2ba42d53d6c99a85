-- Pictures and files of a site in one library. A picture's row from before has no original: its hash is that of the bytes
-- that are shown; otherwise the hash is that of the file as it was brought.
ALTER TABLE media
    ADD COLUMN kind           text NOT NULL DEFAULT 'PICTURE' CHECK (kind IN ('PICTURE', 'FILE')),
    ADD COLUMN title          text NOT NULL DEFAULT '',
    ADD COLUMN alt            text NOT NULL DEFAULT '',
    ADD COLUMN search_text    text NOT NULL DEFAULT '',
    ADD COLUMN original_type  text,
    ADD COLUMN original_bytes bigint,
    ALTER COLUMN width DROP NOT NULL,
    ALTER COLUMN height DROP NOT NULL,
    ADD CHECK ((kind = 'PICTURE') = (width IS NOT NULL AND height IS NOT NULL));
UPDATE media SET title = name, search_text = replace(name, '-', ' ');
CREATE INDEX media_library ON media (site_id, uploaded_at DESC, id DESC);
-- whether any site still has these bytes
CREATE INDEX media_hash ON media (hash);
