-- Which agents have a console at a node, told every two seconds in one row: a row for each of them took the log, and SQLite's one writer, for milliseconds.
CREATE TABLE node_agents (
    node BIGINT NOT NULL PRIMARY KEY,
    agents TEXT NOT NULL,
    seen_at BIGINT NOT NULL
);
DROP TABLE agent_connections;
