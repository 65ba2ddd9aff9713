-- Every node remembers for some seconds which sign-ons and tokens stand; it hears at once of those that do no more.
create function connect.tell_token_ended() returns trigger language plpgsql as $$
begin
    perform pg_notify('connect_token_ended', new.id::text);
    return null;
end
$$;
create trigger tell_sign_on_ended
    after update of ended_at on connect.sign_on
    for each row when (old.ended_at is null and new.ended_at is not null)
    execute function connect.tell_token_ended();
create trigger tell_token_revoked
    after insert on connect.revoked_token
    for each row execute function connect.tell_token_ended();
