-- What somebody is making of the site and citizens do not see yet: one draft per person.
CREATE TABLE look_draft (
    site_id    bigint NOT NULL,
    account_id bigint NOT NULL,
    look       jsonb NOT NULL,
    -- the parts that were worked on, each with the change of it that was the latest then
    parts      jsonb NOT NULL,
    saved_at   timestamptz NOT NULL,
    PRIMARY KEY (site_id, account_id)
);
CALL wall_in('look_draft');
