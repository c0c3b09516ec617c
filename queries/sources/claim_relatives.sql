-- one row is a claim that the given one is part of, that is part of it, that it was made from or that was made from it
with recursive wholes as (
    select part_of as id, 1 as distance from claims where id = $claim and part_of is not null
    union
    select claims.part_of, wholes.distance + 1
    from wholes
    join claims on claims.id = wholes.id
    where claims.part_of is not null and wholes.distance < 20
),

relatives as (
    select id, 'whole' as relation, 10 - distance as rank from wholes
    union all
    select id, 'part', 20 from claims where part_of = $claim
    union all
    select claims.id, 'other part', 30
    from claims
    join claims as given on given.part_of = claims.part_of and given.id = $claim
    where claims.id <> $claim
    union all
    select relies_on, 'made from', 40 from claim_reliance where claim = $claim
    union all
    select claim, 'used in', 50 from claim_reliance where relies_on = $claim
)

select relatives.relation, claim_parts.which, claim_details.*
from relatives
join claim_details on claim_details.id = relatives.id
left join claim_parts on claim_parts.part = relatives.id
order by relatives.rank, claim_details.position;
