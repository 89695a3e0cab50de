-- The time step of the last code that an authenticator app's owner signed in with: a code is good once (RFC 6238, 5.2).
ALTER TABLE agents ADD COLUMN totp_step BIGINT NULL;
