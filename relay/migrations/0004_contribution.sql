-- Why: a contribution that is sent again, also after a restart, is the one that was kept, and has its number. What was
-- written stands in the log alone.

create table contribution (
    project text not null references project (id) on delete cascade,
    id      text not null,
    -- from 1 in each project, in the order in which they were kept
    number  integer not null,
    -- who sent it: a keyed hash for this project
    author  text not null,
    -- the hash of what was sent
    digest  blob not null,
    primary key (project, id),
    unique (project, number)
) strict, without rowid;
