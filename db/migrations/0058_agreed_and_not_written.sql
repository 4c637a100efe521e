-- What was agreed on and waits for its agreement still holds the slot; the agreement takes it over.
CREATE INDEX proposals_agreed ON proposals (association_id) WHERE status = 'agreed' AND holds_slot;
