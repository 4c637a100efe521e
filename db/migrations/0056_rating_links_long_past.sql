-- A supervisor's monthly link goes a year after its time, as the other links do (db/queries/long-past.server.ts); the answers
-- that were given with it stay, and are found without reading all of them.
CREATE INDEX rating_links_expires_at ON rating_links (expires_at);
CREATE INDEX ratings_of_link ON ratings (link_id) WHERE link_id IS NOT NULL;
