-- A call is written once, when it has been done; while it runs, its key is locked. Each statement of a volatile
-- function sees what has been committed by then: the second caller, who has waited, finds what the first has done.
create function platform.begin_call(caller_ text, key_ text) returns setof platform.call_done language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('platform.call:' || key_, hashtext(caller_)));
    return query select * from platform.call_done done where done.caller = caller_ and done.key = key_;
end
$$;
