-- Contrib, trusted: the owner of the database may create it.
create extension if not exists pg_trgm;

create table category (
    id       text collate "C" primary key check (id ~ '^[a-z][a-z0-9-]{1,31}$'),
    name_ko  text    not null,
    name_en  text    not null,
    position integer not null unique
);

insert into category (id, name_ko, name_en, position) values
    ('tableware',      '그릇·식기',     'Tableware',               1),
    ('tea-and-coffee', '차·커피',       'Tea & Coffee',            2),
    ('pantry',         '식료품',        'Pantry',                  3),
    ('kitchen',        '주방용품',      'Kitchen',                 4),
    ('home',           '홈·리빙',       'Home & Living',           5),
    ('stationery',     '문구·사무',     'Stationery',              6),
    ('beauty',         '뷰티·바디',     'Beauty & Body',           7),
    ('fashion',        '패션잡화',      'Fashion & Accessories',   8),
    ('electronics',    '디지털·가전',   'Electronics',             9),
    ('outdoor',        '캠핑·아웃도어', 'Camping & Outdoor',      10),
    ('kids',           '유아·완구',     'Kids & Toys',            11),
    ('pets',           '반려동물',      'Pets',                   12);

create table product (
    sku            text collate "C" primary key check (sku ~ '^[A-Z0-9][A-Z0-9-]{2,31}$'),
    name_ko        text        not null check (length(name_ko) between 1 and 120),
    name_en        text        not null check (length(name_en) between 1 and 120),
    description_ko text        not null check (length(description_ko) between 1 and 2000),
    description_en text        not null check (length(description_en) between 1 and 2000),
    category       text collate "C" not null references category (id),
    amount         bigint      not null check (amount > 0),
    currency       text        not null check (currency in ('KRW', 'USD')),
    picture        text        not null check (picture ~ '^https://' and length(picture) <= 500),
    status         text        not null check (status in ('LISTED', 'RETIRED')),
    version        bigint      not null check (version > 0),
    listed_at      timestamptz not null,
    changed_at     timestamptz not null,

    -- The keys that are pressed to type the names (see Keystrokes), for parts of words and for misspelled ones:
    -- ASCII only, so that trigrams work in whatever locale the database has.
    keys_ko        text        not null,
    keys_en        text        not null,

    -- Whole words: names first, descriptions after. PostgreSQL has no Korean dictionary, so Korean goes in as it is
    -- ('simple'); its names also syllable by syllable, because many a Korean word has only one (차, 컵, 책).
    words          tsvector    not null generated always as (
        setweight(to_tsvector('simple', name_ko || ' ' || name_en || ' ' || replace(sku, '-', ' ')), 'A')
        || setweight(to_tsvector('english', name_en), 'A')
        || setweight(to_tsvector('simple', regexp_replace(name_ko, '([가-힣])', ' \1 ', 'g')), 'B')
        || setweight(to_tsvector('simple', description_ko || ' ' || description_en), 'C')
        || setweight(to_tsvector('english', description_en), 'C')
    ) stored
);

-- Keyset paging, with and without a category.
create index product_listed on product (sku) where status = 'LISTED';
create index product_shelf on product (category, sku) where status = 'LISTED';

create index product_words on product using gin (words);
create index product_keys_ko on product using gin (keys_ko gin_trgm_ops);
create index product_keys_en on product using gin (keys_en gin_trgm_ops);
