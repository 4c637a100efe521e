-- When an employer's supervisor was asked last, without reading what an association has asked all the others.
CREATE INDEX rating_links_of_employer ON rating_links (association_id, employer_id, month);
