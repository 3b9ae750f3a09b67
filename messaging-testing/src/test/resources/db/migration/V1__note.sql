create table note (
    key        text not null,
    number     integer not null,
    message_id uuid primary key
);
