-- Loggers that operators want to tell more, or less, for a while: every replica reads them, and a restart keeps them.
create table log_level (
    logger     text        primary key,
    level      text        not null check (level in ('DEBUG', 'INFO', 'WARN', 'ERROR')),
    until      timestamptz not null,
    author     text        not null,
    reason     text        not null,
    changed_at timestamptz not null
);
