-- What operators did to stock, and who: a delivery that came in, an adjustment after counting.
create table receipt (
    id          uuid        primary key,
    warehouse   text        not null,
    received_at timestamptz not null,
    received_by uuid        not null
);

create table receipt_line (
    receipt_id uuid   not null references receipt,
    sku        text   not null,
    quantity   bigint not null check (quantity between 1 and 1000000),
    primary key (receipt_id, sku)
);

-- One adjustment makes one version of its shelf.
create table adjustment (
    sku         text collate "C" not null,
    warehouse   text collate "C" not null,
    version     bigint           not null,
    delta       bigint           not null check (delta <> 0),
    reason      text             not null check (length(reason) between 1 and 200),
    adjusted_at timestamptz      not null,
    adjusted_by uuid             not null,
    primary key (sku, warehouse, version),
    foreign key (sku, warehouse) references stock
);
