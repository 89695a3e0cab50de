-- How far the call under way is, and since when; and how the last one ended, while the agent who called decides what comes next.
ALTER TABLE conversations ADD COLUMN call_phase SMALLINT NULL;
ALTER TABLE conversations ADD COLUMN call_phase_at BIGINT NULL;
ALTER TABLE conversations ADD COLUMN called SMALLINT NULL;
-- Those who want to be called, or are being called.
CREATE INDEX conversations_to_call ON conversations (site_id) WHERE call_to IS NOT NULL;

-- Calls that are over, as the timeline tells them, or as an agent has corrected it.
CREATE TABLE calls (
    conversation_id BIGINT NOT NULL,
    number INTEGER NOT NULL,
    site_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    outcome SMALLINT NOT NULL,
    seconds INTEGER NULL,
    tries INTEGER NOT NULL,
    ended_at BIGINT NOT NULL,
    PRIMARY KEY (conversation_id, number)
);
CREATE INDEX calls_ended ON calls (ended_at);
