-- What TableChat has to remember about this file itself. `sample` is there once the sample was offered.
create table meta (
    name  text primary key,
    value text not null
) strict;
