-- Who asks is a fact of the transaction: withActor() sets these, row level security reads them.
-- Outside a transaction that set them they are NULL or '', and no personal row is visible.
CREATE FUNCTION app_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.role', true), '') $$;
CREATE FUNCTION app_user() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.user_id', true), '') $$;
CREATE FUNCTION app_association() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.association_id', true), '')::integer $$;
CREATE FUNCTION app_employer() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.employer_id', true), '')::integer $$;
CREATE FUNCTION app_agency() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.agency_id', true), '')::integer $$;
CREATE FUNCTION app_participant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.participant_id', true), '')::uuid $$;

-- One bit a word, in the order of the vocabulary: set membership becomes integer arithmetic.
CREATE FUNCTION word_mask(words text[], vocabulary text[]) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT coalesce(bit_or(1 << (array_position(vocabulary, word) - 1)), 0)
        FROM unnest(words) AS word $$;
