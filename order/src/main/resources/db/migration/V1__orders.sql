-- The truth: what happened to each order, append-only, one version after the other.
create table order_event (
    order_id    uuid        not null,
    version     integer     not null check (version > 0),
    type        text        not null,
    body        jsonb       not null,
    occurred_at timestamptz not null,
    primary key (order_id, version)
);

-- What is read: written in the transaction of the event, and can be made again from the events.
-- order_id is a UUIDv7, so its order is the order of placing.
create table orders (
    order_id    uuid        primary key,
    user_id     uuid        not null,
    version     integer     not null,
    status      text        not null,
    reason      text,
    waits_for   text,
    amount      bigint      not null check (amount >= 0),
    currency    text        not null,
    placed_at   timestamptz not null,
    deadline_at timestamptz,
    traceparent text
) with (fillfactor = 80);
create index orders_mine on orders (user_id, order_id desc);
create index orders_deadline on orders (deadline_at) where deadline_at is not null;

create table order_line (
    order_id    uuid    not null references orders (order_id),
    line        integer not null,
    sku         text    not null,
    quantity    integer not null check (quantity > 0),
    unit_amount bigint  not null check (unit_amount >= 0),
    name_ko     text    not null,
    name_en     text    not null,
    picture     text    not null,
    primary key (order_id, line)
);

-- Products as catalog last told; a lower version never overwrites a higher one.
create table product_copy (
    sku      text    primary key,
    version  bigint  not null,
    name_ko  text    not null,
    name_en  text    not null,
    amount   bigint  not null,
    currency text    not null,
    picture  text    not null,
    listed   boolean not null
);

create table cart_line (
    user_id       uuid        not null,
    sku           text        not null,
    quantity      integer     not null check (quantity > 0),
    seen_amount   bigint      not null,
    seen_currency text        not null,
    added_at      timestamptz not null,
    primary key (user_id, sku)
);
