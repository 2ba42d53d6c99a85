-- Sketches that wait to be compared with all others. Apart, because a change of a sketch brings all its keys into the index anew.
CREATE TABLE text_open (
    site_id  bigint NOT NULL,
    entry_id bigint NOT NULL,
    PRIMARY KEY (site_id, entry_id),
    FOREIGN KEY (site_id, entry_id) REFERENCES text_sketch ON DELETE CASCADE
);
CALL wall_in('text_open');

INSERT INTO text_open (site_id, entry_id) SELECT site_id, entry_id FROM text_sketch WHERE NOT compared;
-- with its index of what waits
ALTER TABLE text_sketch DROP COLUMN compared;
