-- A call that the customer wants: see the conversation's state.
ALTER TABLE conversations ADD COLUMN call_to TEXT NULL;
ALTER TABLE conversations ADD COLUMN call_at BIGINT NULL;
ALTER TABLE conversations ADD COLUMN call_tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN call_failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN call_attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN calling BOOLEAN NOT NULL DEFAULT FALSE;

-- The agents' own phones, E.164: they ring first.
CREATE TABLE agent_phones (
    agent_id BIGINT NOT NULL PRIMARY KEY,
    phone TEXT NOT NULL
);

-- One try to bring an agent and a customer together. facts is what is known of it, version counts its changes; look_at is when it must be looked at
-- next: the first of its three timers, or the end that the conversation was not told of yet.
CREATE TABLE call_attempts (
    conversation_id BIGINT NOT NULL,
    number INTEGER NOT NULL,
    site_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    customer TEXT NOT NULL,
    facts TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    began_at BIGINT NOT NULL,
    look_at BIGINT NULL,
    search_at BIGINT NULL,
    quiet_at BIGINT NULL,
    settle_at BIGINT NULL,
    told BOOLEAN NOT NULL DEFAULT FALSE,
    reserved_cents INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (conversation_id, number)
);
CREATE INDEX call_attempts_look ON call_attempts (look_at);

-- A site's telephone account. The secret is encrypted with the server's own keys.
CREATE TABLE phone_lines (
    site_id BIGINT NOT NULL PRIMARY KEY,
    settings TEXT NOT NULL,
    secret TEXT NULL,
    auth_token TEXT NOT NULL
);

-- Booked times: as many lanes as calls can be held at once.
CREATE TABLE call_slots (
    site_id BIGINT NOT NULL,
    starts_at BIGINT NOT NULL,
    lane INTEGER NOT NULL,
    conversation_id BIGINT NOT NULL,
    PRIMARY KEY (site_id, starts_at, lane)
);
CREATE UNIQUE INDEX call_slots_conversation ON call_slots (conversation_id);

-- What is limited, counted by day (of the site), kind and whom it is about.
CREATE TABLE call_counts (
    day INTEGER NOT NULL,
    kind SMALLINT NOT NULL,
    who TEXT NOT NULL,
    counted INTEGER NOT NULL,
    PRIMARY KEY (day, kind, who)
);
