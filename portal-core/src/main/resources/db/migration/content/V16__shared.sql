-- The offer that an entry was taken from; such an entry is not counted as the site's own work.
ALTER TABLE entry ADD COLUMN shared_from bigint;
