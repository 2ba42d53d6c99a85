-- A member may be kept from a board for a while: the membership stays, but gives no right.
ALTER TABLE membership ADD COLUMN suspended boolean NOT NULL DEFAULT false;

ALTER TABLE account ADD COLUMN last_login_at timestamptz;
-- whether the person chose the password themselves
ALTER TABLE account ADD COLUMN own_password boolean NOT NULL DEFAULT false;
-- the first steps of a new member, as far as nothing else tells of them
ALTER TABLE account ADD COLUMN guide_opened boolean NOT NULL DEFAULT false;
ALTER TABLE account ADD COLUMN steps_hidden boolean NOT NULL DEFAULT false;
