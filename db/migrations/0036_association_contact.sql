-- Whom to ask for, at what number and address, and when: what an association tells everybody on the page "Kontakt".
-- A switchboard and a shared mailbox, no person's. Empty until an administrator has filled it in.
ALTER TABLE associations
  ADD COLUMN public_contact jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(public_contact) = 'object');
