-- A board has a deputy beside its chief, and people can be written to.
ALTER TABLE membership DROP CONSTRAINT membership_role_check;
ALTER TABLE membership ADD CONSTRAINT membership_role_check
    CHECK (role IN ('CONTRIBUTOR', 'EDITOR', 'DEPUTY_EDITOR', 'CHIEF_EDITOR', 'AREA_MONITOR', 'PROVINCE_ADMIN', 'OPERATOR'));
ALTER TABLE membership DROP CONSTRAINT membership_check1;
ALTER TABLE membership ADD CONSTRAINT membership_site_check
    CHECK ((role IN ('CONTRIBUTOR', 'EDITOR', 'DEPUTY_EDITOR', 'CHIEF_EDITOR')) = (site_id IS NOT NULL));

ALTER TABLE account ADD COLUMN email text;
-- how notices are mailed: at once, once a day, or not at all
ALTER TABLE account ADD COLUMN mail text NOT NULL DEFAULT 'AT_ONCE' CHECK (mail IN ('AT_ONCE', 'DIGEST', 'NEVER'));
