-- A conversation that waits, or rings.
ALTER TABLE conversations ADD COLUMN waiting_since BIGINT NULL;
ALTER TABLE conversations ADD COLUMN front_since BIGINT NULL;
ALTER TABLE conversations ADD COLUMN reserved_id BIGINT NULL;
ALTER TABLE conversations ADD COLUMN offered_to BIGINT NULL;
ALTER TABLE conversations ADD COLUMN offered_at BIGINT NULL;
ALTER TABLE conversations ADD COLUMN offer_until BIGINT NULL;
ALTER TABLE conversations ADD COLUMN missed TEXT NULL;
UPDATE conversations SET waiting_since = queued_at WHERE queued_at IS NOT NULL;

-- How many offers in a row an agent let ring, and why the presence is what the agent did not choose.
ALTER TABLE presence ADD COLUMN missed_offers INTEGER NOT NULL DEFAULT 0;
ALTER TABLE presence ADD COLUMN reason SMALLINT NULL;

-- Waits and offers that ended: for the estimates and the reports.
CREATE TABLE waits (
    conversation_id BIGINT NOT NULL,
    site_id BIGINT NOT NULL,
    topic_id BIGINT NULL,
    since BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    how SMALLINT NOT NULL,
    agent_id BIGINT NULL,
    named_id BIGINT NULL
);
CREATE INDEX waits_recent ON waits (ended_at);
CREATE TABLE offers (
    conversation_id BIGINT NOT NULL,
    site_id BIGINT NOT NULL,
    topic_id BIGINT NULL,
    agent_id BIGINT NOT NULL,
    offered_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    how TEXT NOT NULL
);
CREATE INDEX offers_recent ON offers (ended_at);

-- What each waiting customer is told now: read by every node, and by the one that takes over.
CREATE TABLE waiting_cards (
    conversation_id BIGINT NOT NULL PRIMARY KEY,
    card TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX waiting_cards_recent ON waiting_cards (at);

-- Every range that was announced, to be compared with what happened.
CREATE TABLE announcements (
    conversation_id BIGINT NOT NULL,
    site_id BIGINT NOT NULL,
    topic_id BIGINT NULL,
    at BIGINT NOT NULL,
    place INTEGER NOT NULL,
    agent_id BIGINT NULL,
    early_ms BIGINT NOT NULL,
    middle_ms BIGINT NOT NULL,
    late_ms BIGINT NOT NULL,
    from_minutes INTEGER NOT NULL,
    to_minutes INTEGER NOT NULL
);
CREATE INDEX announcements_conversation ON announcements (conversation_id);
CREATE INDEX announcements_recent ON announcements (at);
