-- How often a message came; written again only when it comes again, so that an order can be explained.
alter table inbox add column deliveries integer not null default 1;
