-- The three roles of the portal. Run by the portal itself at every start; where its user may not create roles, an
-- administrator runs it once, connected to the portal's database as a user who may, and then:
--   GRANT portal_owner, portal_app, portal_overseer TO <the portal's user>;
-- No role may log in by itself: the portal's user takes the one it needs with SET ROLE.
DO $$
DECLARE
    role_name text;
BEGIN
    PERFORM pg_advisory_xact_lock(7203001);
    FOREACH role_name IN ARRAY ARRAY['portal_owner', 'portal_app', 'portal_overseer'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS', role_name);
        END IF;
        IF NOT pg_has_role(current_user, role_name, 'SET') THEN
            EXECUTE format('GRANT %I TO CURRENT_USER', role_name);
        END IF;
    END LOOP;
    IF NOT has_schema_privilege('portal_owner', 'public', 'CREATE') THEN
        GRANT USAGE, CREATE ON SCHEMA public TO portal_owner;
    END IF;
    IF NOT has_schema_privilege('portal_app', 'public', 'USAGE') THEN
        GRANT USAGE ON SCHEMA public TO portal_app;
    END IF;
    IF NOT has_schema_privilege('portal_overseer', 'public', 'USAGE') THEN
        GRANT USAGE ON SCHEMA public TO portal_overseer;
    END IF;
END
$$;
