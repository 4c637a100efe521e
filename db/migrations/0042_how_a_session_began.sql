-- How somebody signed in: a signature says it (domain.md "Agreement": session strength). NULL: a session from before.
ALTER TABLE auth_sessions ADD COLUMN signed_in_with text CHECK (signed_in_with IN ('password', 'sign_in_link'));
