-- What stock knows of an order. A row is never deleted while its order may still be heard of: RELEASED without lines
-- is the tombstone of a release that came before its reservation.
create table reservation (
    order_id    uuid        primary key,
    stage       text        not null check (stage in ('HELD', 'ALLOCATED', 'SOLD', 'REJECTED', 'RELEASED')),
    expires_at  timestamptz,
    -- When the next stock.overdue is due, while it is held.
    overdue_at  timestamptz,
    reason      text        check (reason in ('OUT_OF_STOCK', 'UNKNOWN_SKU')),
    shortages   jsonb,
    traceparent text,
    changed_at  timestamptz not null default now(),
    check (stage not in ('HELD', 'ALLOCATED', 'SOLD') or expires_at is not null),
    check (stage <> 'HELD' or overdue_at is not null),
    check (stage <> 'REJECTED' or (reason is not null and shortages is not null))
);
create index reservation_overdue on reservation (overdue_at) where stage = 'HELD';

-- What was taken for the order and from which shelf; written once, kept when it is given back.
create table reservation_line (
    order_id  uuid             not null references reservation,
    sku       text collate "C" not null,
    warehouse text collate "C" not null,
    quantity  bigint           not null check (quantity between 1 and 1000000),
    primary key (order_id, sku),
    foreign key (sku, warehouse) references stock
);
