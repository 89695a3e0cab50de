-- One row: who changes it first counts confirmations alone until the end of the transaction, on whichever node.
CREATE TABLE confirmation_turn (
    at BIGINT NOT NULL
);
INSERT INTO confirmation_turn (at) VALUES (0);
