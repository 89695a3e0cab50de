-- Test calls of administrators, with the settings that were tried. Secrets are encrypted with the server's own keys. Every fact is only ever added.
CREATE TABLE call_trials (
    id BIGINT NOT NULL PRIMARY KEY,
    site_id BIGINT NOT NULL,
    callee TEXT NOT NULL,
    settings TEXT NOT NULL,
    secret TEXT NULL,
    auth_token TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    sid TEXT NULL,
    trouble INTEGER NULL,
    said TEXT NULL,
    status INTEGER NOT NULL DEFAULT 0,
    asked_at BIGINT NULL,
    heard_at BIGINT NULL,
    doubted_at BIGINT NULL,
    ended_at BIGINT NULL,
    over_at BIGINT NULL
);
-- One at a time.
CREATE UNIQUE INDEX call_trials_running ON call_trials (site_id) WHERE over_at IS NULL;
