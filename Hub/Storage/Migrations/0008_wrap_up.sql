-- After its end a conversation takes its agent's place for a while, to be written up.
ALTER TABLE site_waiting ADD COLUMN wrap_up_seconds INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN wrap_up_until BIGINT NULL;
CREATE INDEX conversations_wrap_up ON conversations (wrap_up_until) WHERE wrap_up_until IS NOT NULL;
ALTER TABLE handle_times ADD COLUMN wrap_up_seconds INTEGER NOT NULL DEFAULT 0;
