-- Why: what the relay knows of a project only from a worker that has read it, for what must not wait for one.

create table fact (
    project    text primary key references project (id) on delete cascade,
    -- the place of the log up to which it was read
    seq        integer not null,
    -- the lowest schema that may write the document
    min_writer integer not null
) strict, without rowid;
