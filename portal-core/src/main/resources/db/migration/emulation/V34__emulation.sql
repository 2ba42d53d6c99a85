-- For what days sites are scored. Belongs to no site. What was closed is never changed again, not even by mistake.
CREATE TABLE emulation_period (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind            text NOT NULL CHECK (kind IN ('MONTH', 'QUARTER', 'HALF', 'YEAR')),
    first_day       date NOT NULL,
    last_day        date NOT NULL,
    state           text NOT NULL CHECK (state IN ('OPEN', 'PUBLISHED', 'CLOSED')),
    opened_by       text NOT NULL,
    opened_at       timestamptz NOT NULL,
    -- preliminary: boards may object until the end of that day
    published_by    text,
    published_at    timestamptz,
    appeals_until   date,
    closed_by       text,
    closed_by_id    bigint,
    closed_at       timestamptz,
    -- version of the criteria it was scored by
    criteria        text,
    criteria_title  text,
    signer_name     text,
    signer_position text,
    signed_on       date,
    -- of the decision; empty where there is none
    decision_number text,
    lock_version    int NOT NULL,
    UNIQUE (kind, first_day),
    CHECK (last_day > first_day),
    CHECK ((state = 'OPEN') = (published_at IS NULL)),
    CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL)),
    CHECK (num_nulls(closed_by, closed_by_id, closed_at, criteria, criteria_title, signer_name, signer_position, signed_on, decision_number) IN (0, 9))
);
CREATE INDEX emulation_period_latest ON emulation_period (last_day DESC, id DESC);
GRANT SELECT, INSERT, UPDATE ON emulation_period TO portal_app;
GRANT SELECT ON emulation_period TO portal_overseer;

CREATE FUNCTION keep_closed_period() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'period % is closed', OLD.id;
END
$$;
CREATE TRIGGER emulation_period_closed BEFORE UPDATE OR DELETE ON emulation_period
    FOR EACH ROW WHEN (OLD.state = 'CLOSED') EXECUTE FUNCTION keep_closed_period();

-- The criteria of a closed period as they were, so that it can be read when the file is gone.
CREATE TABLE emulation_criterion (
    period_id   bigint NOT NULL REFERENCES emulation_period,
    position    int NOT NULL,
    key         text NOT NULL,
    group_key   text NOT NULL,
    group_title text NOT NULL,
    title       text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('STANDARD', 'BONUS', 'DEDUCTION')),
    points      numeric(8, 2) NOT NULL,
    -- what the portal counted; NULL: a person judged
    measure     text,
    -- PERIOD, WEEK or MONTH: for what it was asked
    each        text NOT NULL,
    -- in words
    rule        text NOT NULL,
    PRIMARY KEY (period_id, key)
);
GRANT SELECT ON emulation_criterion TO portal_app, portal_overseer;

-- What a site had when a period was closed.
CREATE TABLE score (
    site_id     bigint NOT NULL,
    period_id   bigint NOT NULL REFERENCES emulation_period,
    -- where it stood and what it was called then
    area_id     bigint NOT NULL,
    area_title  text NOT NULL,
    title       text NOT NULL,
    kind        text NOT NULL,
    total       numeric(8, 2) NOT NULL,
    -- points per group of criteria: {"tin-bai": 40.50, …}
    groups      jsonb NOT NULL,
    rank        int NOT NULL CHECK (rank > 0),
    area_rank   int NOT NULL CHECK (area_rank > 0),
    kind_rank   int NOT NULL CHECK (kind_rank > 0),
    PRIMARY KEY (site_id, period_id)
);
CREATE INDEX score_period ON score (period_id, rank);
CALL wall_in('score');
REVOKE INSERT, UPDATE, DELETE ON score FROM portal_app;

-- What was found out for each criterion, and the points for it.
CREATE TABLE score_line (
    site_id   bigint NOT NULL,
    period_id bigint NOT NULL REFERENCES emulation_period,
    criterion text NOT NULL,
    -- NULL: could not be known, or was judged by a person
    value     numeric(18, 4),
    part      int,
    part_of   int,
    -- positive also where they are taken off
    points    numeric(8, 2) NOT NULL,
    -- whether a person gave the points or corrected them, and what that person wrote
    given     boolean NOT NULL,
    note      text NOT NULL,
    href      text NOT NULL,
    PRIMARY KEY (site_id, period_id, criterion)
);
CALL wall_in('score_line');
REVOKE INSERT, UPDATE, DELETE ON score_line FROM portal_app;

-- Points that an officer gave by hand. Added to, never edited: the latest count.
CREATE TABLE manual_points (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id   bigint NOT NULL,
    period_id bigint NOT NULL REFERENCES emulation_period,
    criterion text NOT NULL,
    points    numeric(8, 2) NOT NULL CHECK (points >= 0),
    reason    text NOT NULL,
    -- where it can be seen; empty where it lies on paper
    href      text NOT NULL,
    by_id     bigint NOT NULL,
    by_name   text NOT NULL,
    at        timestamptz NOT NULL
);
CREATE INDEX manual_points_latest ON manual_points (period_id, site_id, criterion, id DESC);
CALL wall_in('manual_points');
REVOKE UPDATE, DELETE ON manual_points FROM portal_app;

-- That a board objects; once for each criterion.
CREATE TABLE appeal (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id   bigint NOT NULL,
    period_id bigint NOT NULL REFERENCES emulation_period,
    criterion text NOT NULL,
    title     text NOT NULL,
    -- what the line said then
    points    numeric(8, 2) NOT NULL,
    text      text NOT NULL,
    by_id     bigint NOT NULL,
    by_name   text NOT NULL,
    at        timestamptz NOT NULL,
    UNIQUE (site_id, period_id, criterion)
);
CREATE INDEX appeal_period ON appeal (period_id, id);
CALL wall_in('appeal');
REVOKE UPDATE, DELETE ON appeal FROM portal_app;

-- What officers said to it. Points that were corrected before the closing are part of the score; later ones stand beside it.
CREATE TABLE appeal_answer (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id       bigint NOT NULL,
    period_id     bigint NOT NULL REFERENCES emulation_period,
    appeal_id     bigint NOT NULL UNIQUE REFERENCES appeal,
    criterion     text NOT NULL,
    -- NULL: refused
    points        numeric(8, 2) CHECK (points >= 0),
    reason        text NOT NULL,
    after_closing boolean NOT NULL,
    by_id         bigint NOT NULL,
    by_name       text NOT NULL,
    at            timestamptz NOT NULL
);
CREATE INDEX appeal_answer_period ON appeal_answer (period_id, site_id);
CALL wall_in('appeal_answer');
REVOKE UPDATE, DELETE ON appeal_answer FROM portal_app;

-- Writes the scores of a period that is about to be closed, of many sites at once. Runs as the owner, because the
-- application itself may write in the site at work only, and no scores at all. A site that has a score in the period
-- keeps it: the second attempt fails.
CREATE FUNCTION freeze_scores(period bigint, criteria jsonb, scores jsonb, lines jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
BEGIN
    PERFORM FROM emulation_period p WHERE p.id = period AND p.state = 'PUBLISHED' FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'period % cannot be closed', period;
    END IF;
    INSERT INTO emulation_criterion (period_id, position, key, group_key, group_title, title, kind, points, measure, each, rule)
    SELECT period, c.position, c.key, c.group_key, c.group_title, c.title, c.kind, c.points, c.measure, c.each, c.rule
    FROM jsonb_to_recordset(criteria) AS c (position int, key text, group_key text, group_title text, title text,
        kind text, points numeric, measure text, each text, rule text);
    INSERT INTO score (site_id, period_id, area_id, area_title, title, kind, total, groups, rank, area_rank, kind_rank)
    SELECT s.site_id, period, s.area_id, s.area_title, s.title, s.kind, s.total, s.groups, s.rank, s.area_rank, s.kind_rank
    FROM jsonb_to_recordset(scores) AS s (site_id bigint, area_id bigint, area_title text, title text, kind text,
        total numeric, groups jsonb, rank int, area_rank int, kind_rank int);
    INSERT INTO score_line (site_id, period_id, criterion, value, part, part_of, points, given, note, href)
    SELECT l.site_id, period, l.criterion, l.value, l.part, l.part_of, l.points, l.given, l.note, l.href
    FROM jsonb_to_recordset(lines) AS l (site_id bigint, criterion text, value numeric, part int, part_of int,
        points numeric, given boolean, note text, href text);
END
$$;
REVOKE EXECUTE ON FUNCTION freeze_scores FROM PUBLIC;
GRANT EXECUTE ON FUNCTION freeze_scores TO portal_app;
