-- one row is a place; `operation` stands for the whole operation
select
    id,
    name,
    aliases,
    level,
    within,
    lat,
    lon,
    precision_km,
    source,
    note
from places
order by depth, id;
