-- A file that is imported from the page: where it waits between the dry run and the real one, and how far it has come.
ALTER TABLE import_runs
  ADD COLUMN user_name text NOT NULL DEFAULT '',
  -- The file's name in the folder of uploads; NULL once it is removed.
  ADD COLUMN upload text,
  -- Why the whole file was refused: a FileProblem (app/domain/import/header.ts).
  ADD COLUMN failure jsonb,
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX import_runs_latest ON import_runs (association_id, started_at DESC);
