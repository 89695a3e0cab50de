-- How a conversation goes on, and until when an answer by mail was promised.
ALTER TABLE conversations ADD COLUMN channel SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN mail_to TEXT NULL;
ALTER TABLE conversations ADD COLUMN answer_by BIGINT NULL;

-- Work outside of the database, written in the transaction of its entry. state: 0 waits, 1 done, 2 given up.
CREATE TABLE outbox (
    conversation_id BIGINT NOT NULL,
    seq INTEGER NOT NULL,
    kind SMALLINT NOT NULL,
    site_id BIGINT NOT NULL,
    recipient TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    claimed_until BIGINT NOT NULL DEFAULT 0,
    state SMALLINT NOT NULL DEFAULT 0,
    PRIMARY KEY (conversation_id, seq, kind)
);
CREATE INDEX outbox_due ON outbox (state, due_at);

-- A site's mailbox. Passwords and keys are encrypted with the server's own keys.
CREATE TABLE mailboxes (
    site_id BIGINT NOT NULL PRIMARY KEY,
    address TEXT NOT NULL,
    name TEXT NULL,
    smtp TEXT NOT NULL,
    imap TEXT NULL,
    user_name TEXT NULL,
    password TEXT NULL,
    sign_in SMALLINT NOT NULL,
    token_in_address BOOLEAN NOT NULL,
    addresses TEXT NOT NULL,
    inbound_secret TEXT NOT NULL,
    thread_key TEXT NOT NULL
);

-- How far a folder was read.
CREATE TABLE mail_folders (
    site_id BIGINT NOT NULL,
    folder TEXT NOT NULL,
    uid_validity BIGINT NOT NULL,
    last_uid BIGINT NOT NULL,
    PRIMARY KEY (site_id, folder)
);

-- Every mail that came in, once. state: 0 not read yet, 1 on a timeline, 2 a machine's or a repeat, 3 somebody should look at it.
CREATE TABLE mails (
    id BIGINT NOT NULL PRIMARY KEY,
    site_id BIGINT NOT NULL,
    source TEXT NULL,
    content TEXT NOT NULL,
    message_id TEXT NULL,
    sender TEXT NULL,
    subject TEXT NULL,
    at BIGINT NOT NULL,
    claimed_until BIGINT NOT NULL DEFAULT 0,
    state SMALLINT NOT NULL DEFAULT 0,
    reason SMALLINT NULL,
    conversation_id BIGINT NULL
);
CREATE UNIQUE INDEX mails_content ON mails (site_id, content);
CREATE UNIQUE INDEX mails_source ON mails (site_id, source);
CREATE INDEX mails_open ON mails (state, at);
CREATE INDEX mails_sender ON mails (sender, at);

-- Confirmations that went to an address nobody has proved, counted to keep them few.
CREATE TABLE confirmations (
    recipient TEXT NOT NULL,
    source TEXT NULL,
    site_id BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX confirmations_recent ON confirmations (at);
CREATE INDEX mails_conversation ON mails (conversation_id, at);

-- Who writes by mail is somebody of their own: an address typed on a website proves nothing, and must not open what came by mail.
ALTER TABLE visitors ADD COLUMN mail_address TEXT NULL;
CREATE UNIQUE INDEX visitors_mail ON visitors (site_id, mail_address);
