-- What was decided and what the provider answered, a line each, the latest 4000 characters; for people who ask. It is
-- written with the row and read by no decision. Payments of before have none.
alter table payment add column trail text not null default '';
