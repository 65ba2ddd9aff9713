-- When a system is closed, all who are signed on there are found. Exchanging a code and refreshing
-- change none of these columns, so they touch this index no more than the others.
create index sign_on_by_client on connect.sign_on (client_id, id) where ended_at is null;
