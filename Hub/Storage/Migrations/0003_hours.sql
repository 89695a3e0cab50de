-- When a site answers, on which channel, about which topic. A site without a row has never set it: chat day and night, see SiteHours.Unset.
CREATE TABLE site_hours (
    site_id BIGINT NOT NULL PRIMARY KEY,
    time_zone TEXT NOT NULL,
    holidays TEXT NULL,
    schedules TEXT NOT NULL,
    exceptions TEXT NOT NULL,
    channels TEXT NOT NULL
);
