-- After how many days of illness an agency wants a certificate, as an association has agreed with it. Without a row what is
-- said of the agency itself counts. Nothing here is about a person.
CREATE TABLE certificate_limits (
  association_id integer NOT NULL REFERENCES associations,
  agency_id integer NOT NULL REFERENCES commissioning_agencies,
  days integer NOT NULL CHECK (days BETWEEN 1 AND 365),
  PRIMARY KEY (association_id, agency_id)
);
