-- What a sender was told by an automatic mail, and when last: few, however many nodes take in mails. mail_id: because of which, so that doing it again after a crash is no second time.
CREATE TABLE mail_notices (
    site_id BIGINT NOT NULL,
    sender TEXT NOT NULL,
    notice SMALLINT NOT NULL,
    mail_id BIGINT NOT NULL,
    told_at BIGINT NOT NULL,
    PRIMARY KEY (site_id, sender, notice)
);

-- Of the whole mail, in bytes; of a larger one than is taken only the beginning is kept.
ALTER TABLE mails ADD COLUMN size BIGINT NOT NULL DEFAULT 0;
