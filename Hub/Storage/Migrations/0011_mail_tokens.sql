-- Where a mailbox's access tokens come from, as JSON; the client's secret is encrypted as the password is.
ALTER TABLE mailboxes ADD COLUMN tokens TEXT NULL;
ALTER TABLE mailboxes ADD COLUMN client_secret TEXT NULL;

-- The refresh token that replaced the one in mailboxes, encrypted: apart, so that a new one is no change of the mailbox.
CREATE TABLE mail_tokens (
    site_id BIGINT NOT NULL PRIMARY KEY,
    refresh_token TEXT NOT NULL
);
