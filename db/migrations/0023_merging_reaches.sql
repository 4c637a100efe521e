-- What else points at an employer, a workplace or a contact person: a merge moves it too (0022). Tables that come later
-- bring a policy of their own; tests/integration/organisations/merge.test.ts fails until they do.
DO $$ DECLARE pointing regclass; BEGIN
  FOR pointing IN
    SELECT DISTINCT c.conrelid::regclass FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
     WHERE c.contype = 'f' AND t.relrowsecurity
       AND c.confrelid IN ('employers'::regclass, 'workplaces'::regclass, 'contact_persons'::regclass)
       AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.conrelid AND p.polname = 'merging')
  LOOP
    EXECUTE format('CREATE POLICY merging ON %s USING ((SELECT app_role()) = ''merge'')', pointing);
  END LOOP;
END $$;
