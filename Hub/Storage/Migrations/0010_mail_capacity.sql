-- How many e-mails an agent owes an answer to at a time, beside the chats.
ALTER TABLE agents ADD COLUMN mail_capacity INTEGER NOT NULL DEFAULT 10;
