-- Shared by everyone: places, employers, workplaces, placements. No participant is named here.
CREATE TABLE municipalities (
  code text PRIMARY KEY CHECK (code ~ '^[0-9]{4}$'),
  name text NOT NULL,
  county_code text NOT NULL,
  county text NOT NULL
);

CREATE TABLE localities (
  id integer PRIMARY KEY,
  name text NOT NULL,
  municipality_code text NOT NULL REFERENCES municipalities,
  lat double precision NOT NULL,
  lon double precision NOT NULL,
  east double precision NOT NULL,
  north double precision NOT NULL,
  population integer NOT NULL
);
CREATE INDEX localities_name ON localities (lower(name) text_pattern_ops);

CREATE TABLE associations (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  hold_days integer NOT NULL DEFAULT 10 CHECK (hold_days BETWEEN 1 AND 90),
  match_weights jsonb
);
CREATE TABLE association_municipalities (
  association_id integer NOT NULL REFERENCES associations,
  municipality_code text NOT NULL REFERENCES municipalities,
  PRIMARY KEY (association_id, municipality_code)
);

CREATE TABLE commissioning_agencies (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE
);

CREATE TABLE employers (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation_number text NOT NULL UNIQUE CHECK (organisation_number ~ '^[0-9]{6}-[0-9]{4}$'),
  name text NOT NULL,
  sector text NOT NULL,
  verified boolean NOT NULL DEFAULT false,
  appetite text NOT NULL DEFAULT 'yes' CHECK (appetite IN ('yes', 'maybe', 'not_now')),
  ask_again_on date,
  -- The one coordinator who holds the relation, across all associations.
  contact_owner_user text,
  contact_owner_name text,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE workplaces (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  employer_id integer NOT NULL REFERENCES employers,
  name text NOT NULL,
  address text NOT NULL,
  locality text NOT NULL,
  municipality_code text NOT NULL REFERENCES municipalities,
  point point NOT NULL,
  UNIQUE (employer_id, name)
);

-- Names, mail and telephone of people at employers: for signed-in staff and the employer itself.
CREATE TABLE contact_persons (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  employer_id integer NOT NULL REFERENCES employers,
  workplace_id integer REFERENCES workplaces,
  name text NOT NULL,
  email text,
  phone text,
  user_id text,
  UNIQUE NULLS NOT DISTINCT (employer_id, workplace_id, name)
);

-- Ackvirering: who spoke with the employer, for which association, when. Seen by all coordinators.
CREATE TABLE employer_contacts (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  employer_id integer NOT NULL REFERENCES employers,
  association_id integer NOT NULL REFERENCES associations,
  user_id text NOT NULL,
  user_name text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('telefon', 'besok', 'mejl', 'sms', 'forslag')),
  note text NOT NULL DEFAULT '',
  happened_on date NOT NULL
);
CREATE INDEX employer_contacts_latest ON employer_contacts (employer_id, happened_on DESC);

CREATE TABLE placements (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  employer_id integer NOT NULL REFERENCES employers,
  workplace_id integer NOT NULL REFERENCES workplaces,
  title text NOT NULL,
  description text NOT NULL DEFAULT '',
  status text NOT NULL DEFAULT 'draft'
    CHECK (status IN ('draft', 'in_review', 'published', 'paused', 'archived')),
  visibility text NOT NULL DEFAULT 'public' CHECK (visibility IN ('public', 'signed_in', 'coordinators')),
  kinds text[] NOT NULL CHECK (cardinality(kinds) > 0),
  purposes text[] NOT NULL DEFAULT '{}',
  tasks text[] NOT NULL,
  hours_min numeric(4,1) NOT NULL,
  hours_max numeric(4,1) NOT NULL,
  shortest_day numeric(3,1) NOT NULL,
  weekdays text[] NOT NULL,
  weeks_min integer NOT NULL,
  weeks_max integer NOT NULL,
  starts_from date,
  capacity integer NOT NULL CHECK (capacity > 0),
  -- Slots taken by proposals (and later agreements) right now. Only takeSlot/releaseSlot change it.
  claimed integer NOT NULL DEFAULT 0 CHECK (claimed >= 0),
  supervisor text NOT NULL DEFAULT '',
  support_level smallint NOT NULL CHECK (support_level BETWEEN 0 AND 3),
  demand_lyft smallint NOT NULL CHECK (demand_lyft BETWEEN 0 AND 3),
  demand_staende smallint NOT NULL CHECK (demand_staende BETWEEN 0 AND 3),
  demand_tempo smallint NOT NULL CHECK (demand_tempo BETWEEN 0 AND 3),
  demand_sociala_kontakter smallint NOT NULL CHECK (demand_sociala_kontakter BETWEEN 0 AND 3),
  demand_buller smallint NOT NULL CHECK (demand_buller BETWEEN 0 AND 3),
  demand_koncentration smallint NOT NULL CHECK (demand_koncentration BETWEEN 0 AND 3),
  demand_sjalvstandighet smallint NOT NULL CHECK (demand_sjalvstandighet BETWEEN 0 AND 3),
  demand_lasa_skriva smallint NOT NULL CHECK (demand_lasa_skriva BETWEEN 0 AND 3),
  demand_tala_svenska smallint NOT NULL CHECK (demand_tala_svenska BETWEEN 0 AND 3),
  demand_finmotorik smallint NOT NULL CHECK (demand_finmotorik BETWEEN 0 AND 3),
  adaptations text[] NOT NULL DEFAULT '{}',
  other_requirements text[] NOT NULL DEFAULT '{}',
  age_min smallint,
  age_max smallint,
  financing text NOT NULL DEFAULT 'none' CHECK (financing IN ('none', 'agency')),
  cost_per_week integer,
  called_off_by text,
  last_confirmed_on date NOT NULL,
  -- Copied from employer and workplace by triggers: search and matching read one table.
  employer_name text NOT NULL DEFAULT '',
  employer_appetite text NOT NULL DEFAULT 'yes',
  locality text NOT NULL DEFAULT '',
  municipality_code text NOT NULL DEFAULT '',
  point point NOT NULL DEFAULT '(0,0)',
  -- Search shows a placement that is published and confirmed within 120 days. Matching reads every published one
  -- and shows its age. Kept by the trigger below and by the daily sweep (hide_unconfirmed_placements).
  listed boolean NOT NULL DEFAULT false,
  created_by text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  kinds_mask integer NOT NULL GENERATED ALWAYS AS (word_mask(kinds, '{praktik,arbetsprovning,arbetstraning,skyddad}')) STORED,
  tasks_mask integer NOT NULL GENERATED ALWAYS AS (word_mask(tasks, '{kok_restaurang,kafe,bageri,butik_lager,packning,second_hand,atervinning,tradgard_park,vaxthus,skog,utomhusservice,djur,snickeri,malning,textil,montering,verkstad,fordon,cykelverkstad,vaktmasteri,lokalvard,tvatt,kontor,reception,media_data,bibliotek_kultur,vard_omsorg,barn_skola}')) STORED,
  weekdays_mask integer NOT NULL GENERATED ALWAYS AS (word_mask(weekdays, '{man,tis,ons,tors,fre,lor,son}')) STORED,
  adaptations_mask integer NOT NULL GENERATED ALWAYS AS (word_mask(adaptations, '{eget_tempo,tata_pauser,tyst_rum,sittande_arbete,hjalpmedel,fast_handledare,korta_pass,skriftliga_instruktioner,bildstod,flexibel_start}')) STORED,
  requirements_mask integer NOT NULL GENERATED ALWAYS AS (word_mask(other_requirements, '{korkort_b,utdrag_belastningsregistret,drogfri_arbetsplats,skyddsklader,tystnadsplikt}')) STORED,
  UNIQUE (workplace_id, title),
  CHECK (hours_min <= hours_max),
  CHECK (weeks_min <= weeks_max)
);
CREATE INDEX placements_by_employer ON placements (employer_id);

-- The copies from workplace and employer, and what search may show.
CREATE FUNCTION placement_before_write() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT e.name, e.appetite, w.locality, w.municipality_code, w.point
    INTO NEW.employer_name, NEW.employer_appetite, NEW.locality, NEW.municipality_code, NEW.point
    FROM workplaces w JOIN employers e ON e.id = w.employer_id
   WHERE w.id = NEW.workplace_id AND e.id = NEW.employer_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'workplace % does not belong to employer %', NEW.workplace_id, NEW.employer_id;
  END IF;
  NEW.listed := NEW.status = 'published'
    AND NEW.last_confirmed_on >= (now() AT TIME ZONE 'Europe/Stockholm')::date - 120;
  RETURN NEW;
END $$;
CREATE TRIGGER placement_before_write
  BEFORE INSERT OR UPDATE OF employer_id, workplace_id, status, last_confirmed_on, employer_name ON placements
  FOR EACH ROW EXECUTE FUNCTION placement_before_write();

-- A change of employer or workplace reaches its placements: touching employer_name runs the trigger above.
CREATE FUNCTION employer_after_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE placements SET employer_name = NEW.name WHERE employer_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER employer_after_update AFTER UPDATE OF name, appetite ON employers
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name OR OLD.appetite IS DISTINCT FROM NEW.appetite)
  EXECUTE FUNCTION employer_after_update();

CREATE FUNCTION workplace_after_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE placements SET employer_name = employer_name WHERE workplace_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER workplace_after_update AFTER UPDATE ON workplaces
  FOR EACH ROW EXECUTE FUNCTION workplace_after_update();
