-- The journal: append-only. One unique index and nothing else on the message path.
CREATE TABLE entries (
    conversation_id BIGINT NOT NULL,
    seq INTEGER NOT NULL,
    kind SMALLINT NOT NULL,
    author SMALLINT NOT NULL,
    agent_id BIGINT NULL,
    session BIGINT NULL,
    number INTEGER NULL,
    body TEXT NULL,
    detail TEXT NULL,
    at BIGINT NOT NULL
    $entries_key$
);
$entries_index$
$recent_index$

-- Current state. version counts state changes; the entry that made each is in the journal.
CREATE TABLE conversations (
    id BIGINT NOT NULL PRIMARY KEY,
    site_id BIGINT NOT NULL,
    visitor_id BIGINT NOT NULL,
    start_session BIGINT NOT NULL,
    topic_id BIGINT NULL,
    language TEXT NOT NULL,
    status SMALLINT NOT NULL,
    version INTEGER NOT NULL,
    agent_id BIGINT NULL,
    last_agent_id BIGINT NULL,
    started_at BIGINT NOT NULL,
    queued_at BIGINT NULL,
    assigned_at BIGINT NULL,
    resolved_at BIGINT NULL,
    outcome TEXT NULL
);
CREATE UNIQUE INDEX conversations_start ON conversations (visitor_id, start_session);
CREATE INDEX conversations_open ON conversations (status, queued_at);

-- Gathered in memory, written about once a second, and rebuilt from the journal where it is behind.
CREATE TABLE activity (
    conversation_id BIGINT NOT NULL PRIMARY KEY,
    read_by_agents INTEGER NOT NULL,
    read_by_visitor INTEGER NOT NULL
);

CREATE TABLE visitors (
    id BIGINT NOT NULL PRIMARY KEY,
    site_id BIGINT NOT NULL,
    name TEXT NULL,
    email TEXT NULL,
    language TEXT NULL,
    time_zone TEXT NULL,
    page TEXT NULL,
    page_title TEXT NULL,
    browser TEXT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);

CREATE TABLE attachments (
    id BIGINT NOT NULL PRIMARY KEY,
    conversation_id BIGINT NOT NULL,
    by_author SMALLINT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size BIGINT NOT NULL,
    stored_at BIGINT NOT NULL
);

-- Observed handle times, for the estimate of the wait.
CREATE TABLE handle_times (
    conversation_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    topic_id BIGINT NULL,
    seconds INTEGER NOT NULL,
    ended_at BIGINT NOT NULL
);
CREATE INDEX handle_times_recent ON handle_times (ended_at);

-- What an agent chose, and which node holds a connection of that agent.
CREATE TABLE presence (
    agent_id BIGINT NOT NULL PRIMARY KEY,
    status SMALLINT NOT NULL,
    last_assigned_at BIGINT NOT NULL
);
CREATE TABLE agent_connections (
    agent_id BIGINT NOT NULL,
    node BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (agent_id, node)
);
