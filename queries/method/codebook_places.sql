-- one row is a place with where it lies, and how many claims and statements name it
select
    places.id,
    places.name,
    places.aliases,
    places.level,
    around.name as within,
    places.precision_km,
    places.source,
    places.note,
    coalesce(claimed.number, 0) as claims,
    coalesce(named.number, 0) as namings
from places
left join places as around on around.id = places.within
left join (select place, count(*) as number from claim_places group by place) as claimed on claimed.place = places.id
left join (select place, count(*) as number from statement_names group by place) as named on named.place = places.id
order by places.depth, places.name;
