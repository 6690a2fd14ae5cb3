-- Letters that are still to be sent: asked for by the minute, and by the console.
create index letters_waiting on notices.letters (decided_at) where sent_at is null;
