create table note (
    place      bigint  generated always as identity,
    key        text    not null,
    number     integer not null check (number <= 1000000),
    message_id uuid    primary key
);
