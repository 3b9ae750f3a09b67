-- Parked keys are listed in the order in which they were parked.
alter table parked_key add column number bigint generated always as identity;
create unique index parked_key_number on parked_key (number);
drop index parked_key_age;

-- While a republish is under way the queue's head ends where it has come to: what is new waits behind it.
create table outbox_hold (
    one     boolean     primary key default true check (one),
    through bigint      not null,
    until   timestamptz not null
);
