-- A participant who has said no to a day can say before it begins that they come after all: the own word is taken away again
-- (what was written stays in the history), and whoever was told of the one is told of the other.
ALTER TABLE own_steps DROP CONSTRAINT own_steps_what_check,
  ADD CONSTRAINT own_steps_what_check CHECK (what IN ('absent', 'coming', 'paused', 'resumed', 'ended'));

CREATE POLICY own_absence_back ON attendance_entries FOR DELETE
  USING ((SELECT app_role()) = 'participant' AND entered_role = 'participant' AND absence = 'anmald_franvaro'
    AND agreement_id IN (SELECT id FROM agreements));
