-- What was sent long ago goes by itself (services/identity/sweep-expired): each round finds it without reading all rows.
CREATE INDEX agreement_links_expires_at ON agreement_links (expires_at);
CREATE INDEX attendance_links_expires_at ON attendance_links (expires_at);
CREATE INDEX notifications_planned_at ON notifications (planned_at);
CREATE INDEX notification_digests_day ON notification_digests (day);
