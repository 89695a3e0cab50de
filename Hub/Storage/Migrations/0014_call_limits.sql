-- Attempts of the last day, for what the network says of a call that is not known yet.
CREATE INDEX call_attempts_began ON call_attempts (began_at);

-- Who was refused calls so often, in a short time, that they rest: refused counts since an instant, and until when they rest.
CREATE TABLE call_rests (
    who TEXT NOT NULL PRIMARY KEY,
    refused INTEGER NOT NULL,
    since BIGINT NOT NULL,
    rests_until BIGINT NOT NULL
);
