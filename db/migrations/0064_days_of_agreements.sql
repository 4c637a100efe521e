-- Which agreements have days written since a day is read from the index alone.
CREATE INDEX attendance_entries_of_day ON attendance_entries (association_id, day, agreement_id);
DROP INDEX attendance_entries_of_association;
