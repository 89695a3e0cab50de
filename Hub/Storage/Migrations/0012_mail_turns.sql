-- One row: who changes it first counts confirmations alone until the end of the transaction, on whichever node.
CREATE TABLE confirmation_turn (
    at BIGINT NOT NULL
);
INSERT INTO confirmation_turn (at) VALUES (0);

-- Messages that go out as one mail: the seq of the first of them. Set when they are first sent, and the same ever after, because the mail's Message-ID is.
ALTER TABLE outbox ADD COLUMN lead INTEGER NULL;
