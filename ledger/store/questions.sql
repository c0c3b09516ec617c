-- A question: phase, metric family, group, who, by, place. What is put side by side, and what stands near it.

-- one row is a claim with a number (a count, or a share, which has a family of its own) with its question; claims tied to a site within a place are on no question, nor are answers
-- without a figure, which stand beside what they answer
create view question_claims as
select * from claim_details where metric_value in ('count', 'share') and site is null and not is_reply;

-- one row is a claim current at t on the question; a claim that leaves the perpetrator open is on it too.
-- is_near: for a party with nothing on this very group, its claims on the group just inside it or on one around it.
-- is_newest: said within a day of the newest of its side; what is older no longer stands for that side
create macro on_question(t, in_phase, in_family, in_group, in_who, in_by, in_place) as table
with spoken as (
    select question_claims.*
    from question_claims
    where
        phase = in_phase
        and family = in_family
        and who_key = in_who
        and place_key = in_place
        and ("by" is null or "by" is not distinct from in_by)
        and said_to is not null
        and (t is null or said_to <= t)
        and (superseded_at is null or (t is not null and superseded_at > t))
        and (counting is null or counting <> 'period')
),

near_groups as (
    select around.ancestor as near_group
    from group_tree as around
    join groups as above on above.id = around.ancestor
    where around.descendant = in_group and around.ancestor <> in_group and above.depth > 0
    union all
    select below.id
    from groups as below
    where below.parent = in_group
),

silent as (
    select sides.id
    from sides
    where
        sides.role = 'party'
        and not exists (
            select 1 from spoken where spoken.side = sides.id and spoken."group" is not distinct from in_group
        )
),

asked as (
    select *, false as is_near from spoken where "group" is not distinct from in_group
    union all by name
    select *, true as is_near
    from spoken
    where "group" in (select near_group from near_groups) and side in (select id from silent)
)

select
    *,
    max(said_to) over (partition by side) - said_to <= interval 24 hours as is_newest
from asked;

-- one row is a pair of claims on the question, the first of the side that comes first; claims near the question meet only
-- those on it. are_linked: one is part of the other
create macro pairs_on_question(t, in_phase, in_family, in_group, in_who, in_by, in_place) as table
with claims_on_it as materialized (
    select * from on_question(t, in_phase, in_family, in_group, in_who, in_by, in_place)
)

select
    x.id as a,
    y.id as b,
    x.is_newest and y.is_newest as both_newest,
    x.side is distinct from y.side as between_sides,
    not (x.part_of is distinct from y.id and y.part_of is distinct from x.id) as are_linked
from claims_on_it as x
join claims_on_it as y
    on (x.side_position, x.position) < (y.side_position, y.position)
where not (x.is_near and y.is_near);
