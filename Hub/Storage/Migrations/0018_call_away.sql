-- Since when the network cannot be asked what became of an attempt; null: it can, or nobody had to.
ALTER TABLE call_attempts ADD COLUMN away_at BIGINT NULL;
