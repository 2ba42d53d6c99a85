-- What fell due in a month, over all sites.
CREATE INDEX review_due_all ON review (due_at, site_id);
