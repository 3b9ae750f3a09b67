-- A sign-up and the person it makes are one row, so that one unique e-mail covers both.
create table person (
    registration_id uuid        primary key,
    status          text        not null check (status in ('PENDING', 'UNDOING', 'ACTIVE')),
    user_id         uuid        unique,
    email           text        unique check (email = lower(email) and length(email) <= 254),
    name            text        not null check (length(name) between 1 and 100),
    request_key     text        unique check (length(request_key) <= 128),
    version         bigint      not null default 1 check (version > 0),
    touched_at      timestamptz not null,
    registered_at   timestamptz,
    check ((status = 'ACTIVE') = (user_id is not null and registered_at is not null))
);
create index person_unfinished on person (touched_at) where status <> 'ACTIVE';
create index person_request_age on person (touched_at) where request_key is not null;

create table address (
    address_id uuid        primary key,
    user_id    uuid        not null references person (user_id) on delete cascade,
    recipient  text        not null,
    phone      text        not null,
    line1      text        not null,
    line2      text,
    city       text        not null,
    postcode   text        not null,
    country    text        not null,
    added_at   timestamptz not null
);
create index address_owner on address (user_id, added_at, address_id);
