CREATE TABLE agents (
    id BIGINT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    normalized_email TEXT NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    pronoun SMALLINT NOT NULL,
    picture TEXT NULL,
    role SMALLINT NOT NULL,
    capacity INTEGER NOT NULL,
    language TEXT NOT NULL,
    password_hash TEXT NULL,
    security_stamp TEXT NOT NULL,
    authenticator_key TEXT NULL,
    two_factor BOOLEAN NOT NULL,
    recovery_codes TEXT NULL,
    failed_sign_ins INTEGER NOT NULL,
    locked_until BIGINT NULL,
    -- A one-time link to choose a password: only the hash of its code is kept.
    link_hash TEXT NULL,
    link_until BIGINT NULL,
    disabled_at BIGINT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX agents_email ON agents (normalized_email);

-- A sign-in without an account writes here what one with an account writes there, so that both take the same time.
CREATE TABLE tries_without_account (
    tries BIGINT NOT NULL
);
INSERT INTO tries_without_account (tries) VALUES (0);

-- Small pictures, base64, because text reads back equal from both databases.
CREATE TABLE agent_pictures (
    agent_id BIGINT NOT NULL PRIMARY KEY,
    type TEXT NOT NULL,
    content TEXT NOT NULL
);

CREATE TABLE sites (
    id BIGINT NOT NULL PRIMARY KEY,
    site_key TEXT NOT NULL,
    name TEXT NOT NULL,
    origins TEXT NOT NULL,
    languages TEXT NOT NULL,
    color TEXT NOT NULL,
    phone TEXT NULL,
    pre_chat TEXT NOT NULL,
    wording TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX sites_key ON sites (site_key);

CREATE TABLE topics (
    id BIGINT NOT NULL PRIMARY KEY,
    site_id BIGINT NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    archived_at BIGINT NULL
);

CREATE TABLE canned_replies (
    id BIGINT NOT NULL PRIMARY KEY,
    shortcut TEXT NOT NULL,
    title TEXT NOT NULL,
    language TEXT NULL,
    body TEXT NOT NULL
);
CREATE UNIQUE INDEX canned_replies_key ON canned_replies (shortcut, COALESCE(language, ''));

-- Keys that sign cookies and visitors' tokens; shared by all nodes.
CREATE TABLE data_protection_keys (
    name TEXT NOT NULL PRIMARY KEY,
    xml TEXT NOT NULL
);
