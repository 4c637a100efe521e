-- What the start pages of coordinators and employers ask for, each by an index of its own.
CREATE INDEX proposals_of_participant ON proposals (participant_id);
-- Published and not confirmed for long, also those that search no longer shows.
CREATE INDEX placements_to_confirm ON placements (municipality_code, last_confirmed_on) WHERE status = 'published';
CREATE INDEX placements_in_review ON placements (municipality_code, id) WHERE status = 'in_review';
CREATE INDEX disclosures_of_employer ON disclosures (employer_id);
