-- The stock of one SKU in one warehouse, in units. Whatever the code does, a row that does not add up is refused.
create table stock (
    sku         text collate "C" not null check (sku ~ '^[A-Z0-9][A-Z0-9-]{2,31}$'),
    warehouse   text collate "C" not null check (warehouse ~ '^[A-Z]{3}[0-9]{1,2}$'),
    received    bigint not null check (received >= 0),
    written_off bigint not null check (written_off >= 0),
    available   bigint not null check (available >= 0),
    reserved    bigint not null check (reserved >= 0),
    allocated   bigint not null check (allocated >= 0),
    sold        bigint not null check (sold >= 0),
    -- Counts what operators did; orders do not change it.
    version     bigint not null check (version >= 0),
    primary key (sku, warehouse),
    constraint stock_adds_up check (available + reserved + allocated + sold = received - written_off)
-- Rows are updated once a batch and no indexed column changes: room on the page keeps the index out of it.
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
