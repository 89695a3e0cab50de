-- The agent to whom the call that was agreed belongs: nobody else is asked while that agent can be.
ALTER TABLE conversations ADD COLUMN call_by BIGINT NULL;

-- The same of a booked time, and its end: two of one agent's never overlap. Null: anybody's.
ALTER TABLE call_slots ADD COLUMN agent_id BIGINT NULL;
ALTER TABLE call_slots ADD COLUMN ends_at BIGINT NULL;
CREATE INDEX call_slots_agent ON call_slots (agent_id, starts_at) WHERE agent_id IS NOT NULL;
