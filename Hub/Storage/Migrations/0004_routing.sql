-- How a site lets its customers wait, and how a topic is given out. Without a row the defaults of the code count.
CREATE TABLE site_waiting (
    site_id BIGINT NOT NULL PRIMARY KEY,
    tolerance_seconds INTEGER NOT NULL,
    strict_order BOOLEAN NOT NULL,
    cadence_seconds INTEGER NOT NULL,
    alternatives_after_minutes INTEGER NULL,
    alternatives_over_minutes INTEGER NULL,
    service_level_seconds INTEGER NOT NULL,
    service_level_percent INTEGER NOT NULL,
    handle_minutes INTEGER NOT NULL
);
CREATE TABLE topic_routing (
    topic_id BIGINT NOT NULL PRIMARY KEY,
    mode SMALLINT NOT NULL,
    offer_seconds INTEGER NOT NULL,
    priority INTEGER NOT NULL
);

-- An agent without a row answers every topic, and every language.
CREATE TABLE agent_skills (
    agent_id BIGINT NOT NULL,
    topic_id BIGINT NOT NULL,
    level INTEGER NOT NULL,
    PRIMARY KEY (agent_id, topic_id)
);
CREATE TABLE agent_languages (
    agent_id BIGINT NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (agent_id, language)
);

-- What a site says to waiting customers in its own words; no topic: for all that have none of their own.
CREATE TABLE hold_messages (
    site_id BIGINT NOT NULL,
    kind SMALLINT NOT NULL,
    topic_id BIGINT NULL,
    language TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE UNIQUE INDEX hold_messages_key ON hold_messages (site_id, kind, COALESCE(topic_id, 0), language);
