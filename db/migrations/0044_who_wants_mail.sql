-- Whether somebody wants a kind of mail: what was chosen, else yes. Asked from the queries that find an address, whoever asks;
-- the role is changed for this statement and given back.
CREATE FUNCTION wants_mail(whom text, what text) RETURNS boolean LANGUAGE sql STABLE SET app.role = 'system' AS $$
  SELECT coalesce((SELECT s.choices -> what ? 'mail' FROM notification_settings s WHERE s.user_id = whom), true)
$$;
