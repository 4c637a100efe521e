-- An offer of a place, typed on the public pages by somebody without an account. Answers are kept as typed, step by
-- step; a placement comes of it when the e-mail address has been confirmed. Untouched drafts and decided offers are
-- removed after 30 days (app/services/placements/offer-disposal).
CREATE TABLE placement_offers (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  status text NOT NULL DEFAULT 'draft'
    CHECK (status IN ('draft', 'sent', 'in_review', 'more_needed', 'approved', 'refused')),
  -- The form's fields by name, as they were typed (app/domain/placements/offer-answers.ts).
  answers jsonb NOT NULL DEFAULT '{}',
  -- Where mails go: the contact person of the answers, or whoever asked for a link.
  email text,
  -- The address that opened the confirmation link. A change of address has to be confirmed again.
  confirmed_email text,
  language text NOT NULL DEFAULT 'sv' CHECK (language IN ('sv', 'en')),
  placement_id integer UNIQUE REFERENCES placements,
  employer_id integer REFERENCES employers,
  -- The organisation number was known already and the sender has no right there: no account before somebody says so.
  is_claim boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX placement_offers_old ON placement_offers (updated_at) WHERE status NOT IN ('in_review', 'more_needed');
CREATE INDEX placement_offers_of_employer ON placement_offers (employer_id) WHERE employer_id IS NOT NULL;

-- What opens an offer: the secret in a browser's cookie or in a mailed link. Only its SHA-256 is kept.
CREATE TABLE offer_keys (
  token_hash text PRIMARY KEY,
  offer_id uuid NOT NULL REFERENCES placement_offers ON DELETE CASCADE,
  -- 'write' opens the form; 'confirm' says that the address is right, for the address it was sent to.
  purpose text NOT NULL CHECK (purpose IN ('write', 'confirm')),
  email text,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX offer_keys_of_offer ON offer_keys (offer_id);

-- What a coordinator, or the employer's own contact, said about a listing, and why.
CREATE TABLE placement_reviews (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  placement_id integer NOT NULL REFERENCES placements,
  employer_id integer NOT NULL REFERENCES employers,
  association_id integer REFERENCES associations,
  decision text NOT NULL CHECK (decision IN ('approved', 'more_needed', 'refused')),
  reasons text[] NOT NULL DEFAULT '{}',
  note text NOT NULL DEFAULT '',
  -- Whom the employer can call.
  call_name text NOT NULL DEFAULT '',
  call_phone text NOT NULL DEFAULT '',
  user_id text,
  user_name text NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX placement_reviews_of_placement ON placement_reviews (placement_id, decided_at);
CREATE INDEX placement_reviews_of_user ON placement_reviews (user_id, decided_at DESC);

-- The hash of the key that somebody without an account holds up in this transaction.
CREATE FUNCTION app_offer_key() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.offer_key', true), '') $$;

ALTER TABLE offer_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE offer_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY holder ON offer_keys USING (token_hash = (SELECT app_offer_key()));
CREATE POLICY product_itself ON offer_keys USING ((SELECT app_role()) = 'system');

ALTER TABLE placement_offers ENABLE ROW LEVEL SECURITY;
ALTER TABLE placement_offers FORCE ROW LEVEL SECURITY;
CREATE POLICY anyone_begins ON placement_offers FOR INSERT
  WITH CHECK ((SELECT app_role()) IS NOT NULL AND status = 'draft' AND placement_id IS NULL);
CREATE POLICY holder ON placement_offers
  USING (id IN (SELECT offer_id FROM offer_keys WHERE token_hash = (SELECT app_offer_key()) AND expires_at > now()));
CREATE POLICY product_itself ON placement_offers USING ((SELECT app_role()) = 'system');
-- Coordinators of the municipality where the place is, and nobody else's.
CREATE POLICY coordinators_there ON placement_offers
  USING ((SELECT app_role()) = 'coordinator' AND placement_id IN (
    SELECT p.id FROM placements p JOIN association_municipalities a USING (municipality_code)
     WHERE a.association_id = (SELECT app_association())));
CREATE POLICY own_employer ON placement_offers
  USING ((SELECT app_role()) = 'employer' AND employer_id = (SELECT app_employer()));

ALTER TABLE placement_reviews ENABLE ROW LEVEL SECURITY;
ALTER TABLE placement_reviews FORCE ROW LEVEL SECURITY;
CREATE POLICY coordinators_there ON placement_reviews
  USING ((SELECT app_role()) = 'coordinator' AND placement_id IN (
    SELECT p.id FROM placements p JOIN association_municipalities a USING (municipality_code)
     WHERE a.association_id = (SELECT app_association())));
CREATE POLICY own_employer ON placement_reviews
  USING ((SELECT app_role()) = 'employer' AND employer_id = (SELECT app_employer()));
CREATE POLICY product_itself ON placement_reviews USING ((SELECT app_role()) = 'system');
