-- The gate (design.md §5.2): what two claims have in common and where they differ. Levels: 0 like for like,
-- 1 with reservations, 2 not comparable; the worst level decides.

-- one row is a claim and a claim it repeats or sums, directly or by way of others; made once, for the gate asks it often
create table reliance_tree as
with recursive chain (claim, input) as (
    select claim, relies_on from claim_reliance
    union
    select chain.claim, claim_reliance.relies_on
    from chain
    join claim_reliance on claim_reliance.claim = chain.input
)

select claim, input from chain;

create macro hours_between(x, y) as abs(epoch(x) - epoch(y)) / 3600.0;

-- how far apart two ends, or two moments of saying, may lie: 24 hours, or one hundredth of a length where that is more
-- (a war of 400 days: 4 days)
create macro tolerance_of(hours) as greatest(24.0, coalesce(hours, 0) / 100.0);

-- whether two things are known to have been said within so many hours: from the start of the one to the end of the other
create macro said_together(from_1, to_1, from_2, to_2, hours) as
    hours_between(greatest(to_1, to_2), least(from_1, from_2)) <= hours
    or (from_1 = from_2 and to_1 = to_2);

-- Two days are not within 24 hours of each other: their starts lie a whole day apart.
-- the shared part of two periods as a share of their union
create macro shared_part(from_1, to_1, from_2, to_2) as
    greatest(0, epoch(least(to_1, to_2)) - epoch(greatest(from_1, from_2)))
    / nullif(epoch(greatest(to_1, to_2)) - epoch(least(from_1, from_2)), 0);

create macro places_overlap(x, y) as
    list_has_any(string_split(x, '|'), string_split(y, '|'));

-- one row is a pair of claims with the level and the relation of each line of the gate; `pairs` is a list of {a, b}
create macro gate_lines(pairs) as table
with asked as materialized (
    select pair.a as a, pair.b as b from (select unnest(pairs) as pair)
),

-- only what the gate reads: planning with all columns took longer than answering
facts as (
    select
        claim_details.id,
        claimant,
        side,
        metric,
        family,
        "group",
        who_key,
        as_stated,
        "by",
        site,
        places,
        place_key,
        covers_from,
        period_to,
        covers_inferred,
        has_period,
        said_from,
        said_to,
        said_is_known,
        counting,
        label,
        form,
        basis,
        low,
        high,
        point,
        disputed_reading,
        counted,
        -- since the first attack; nothing for a phase that lies between others
        if(said_to > phases.zero, hours_between(said_to, phases.zero), 0) as hours_since_zero
    from claim_details
    join phases on phases.id = claim_details.phase
),

-- one row is a pair of which a place of the first lies in a place of the second
inside as materialized (
    select distinct
        x.claim as inner_claim,
        y.claim as outer_claim
    from (select a, b from asked union select b, a from asked) as either_way
    join claim_places as x on x.claim = either_way.a
    join place_tree on place_tree.descendant = x.place and place_tree.ancestor <> x.place
    join claim_places as y on y.claim = either_way.b and y.place = place_tree.ancestor
),

met as materialized (
    select
        asked.a,
        asked.b,
        x,
        y,
        x.claimant = y.claimant as one_claimant,
        coalesce(shared_part(x.covers_from, x.period_to, y.covers_from, y.period_to), 0) as period_share,
        -- for stated periods the longer of the two sets the tolerance, else the time since the first attack
        tolerance_of(
            if(
                x.has_period and y.has_period,
                greatest(hours_between(x.covers_from, x.period_to), hours_between(y.covers_from, y.period_to)),
                greatest(x.hours_since_zero, y.hours_since_zero)
            )
        ) as tolerance,
        hours_between(x.covers_from, y.covers_from) < tolerance
        and hours_between(x.period_to, y.period_to) < tolerance as one_period,
        hours_between(x.said_to, y.said_to) as said_gap,
        inside_y.descendant is not null as group_in_y,
        inside_x.descendant is not null as group_in_x,
        place_in_y.inner_claim is not null as place_in_y,
        place_in_x.inner_claim is not null as place_in_x,
        relies_y.claim is not null as x_relies,
        relies_x.claim is not null as y_relies
    from asked
    join facts as x on x.id = asked.a
    join facts as y on y.id = asked.b
    left join group_tree as inside_y on inside_y.descendant = x."group" and inside_y.ancestor = y."group"
    left join group_tree as inside_x on inside_x.descendant = y."group" and inside_x.ancestor = x."group"
    left join inside as place_in_y on place_in_y.inner_claim = asked.a and place_in_y.outer_claim = asked.b
    left join inside as place_in_x on place_in_x.inner_claim = asked.b and place_in_x.outer_claim = asked.a
    left join reliance_tree as relies_y on relies_y.claim = asked.a and relies_y.input = asked.b
    left join reliance_tree as relies_x on relies_x.claim = asked.b and relies_x.input = asked.a
),

related as materialized (
    select
        *,
        case
            when x.metric = y.metric then 'same'
            when x.family = y.family then 'same family'
            else 'different'
        end as metric_relation,
        case
            when x."group" is not distinct from y."group" and x.who_key = y.who_key
                then if(x.as_stated is not distinct from y.as_stated, 'same', 'other words')
            when x."group" is not distinct from y."group" and x.who_key = '' then 'second inside first'
            when x."group" is not distinct from y."group" and y.who_key = '' then 'first inside second'
            when x.who_key = y.who_key and group_in_y then 'first inside second'
            when x.who_key = y.who_key and group_in_x then 'second inside first'
            else 'neither'
        end as group_relation,
        case
            when x."by" is not distinct from y."by" then 'same'
            when x."by" is null or y."by" is null then 'one unstated'
            else 'different'
        end as by_relation,
        case
            when x.site is distinct from y.site then 'site'
            when x.place_key = y.place_key then 'same'
            when list_sort(string_split(x.places, '|')) = list_sort(string_split(y.places, '|')) then 'and others'
            when places_overlap(x.places, y.places) then 'overlapping'
            when place_in_y then 'first inside second'
            when place_in_x then 'second inside first'
            else 'apart'
        end as place_relation,
        case
            -- dates that clash stay a clash, even where one of them was filled in by us
            when x.has_period and y.has_period and not one_period and period_share < 0.8 then 'different'
            when x.has_period and y.has_period and not one_period then 'mostly shared'
            when x.has_period and y.has_period and (x.covers_inferred or y.covers_inferred) then 'inferred'
            when x.has_period and y.has_period then 'same'
            when
                x.said_is_known
                and y.said_is_known
                and said_together(x.said_from, x.said_to, y.said_from, y.said_to, tolerance)
                then 'unstated, said together'
            else 'unstated, said apart'
        end as period_relation,
        case
            when x.counting is not distinct from y.counting then 'same'
            else 'different'
        end as counting_relation,
        case
            when
                x.label is null or y.label is null
                or x.form in ('word', 'none_reported', 'duration') or y.form in ('word', 'none_reported', 'duration')
                then 'no number'
            when x.basis <> y.basis then 'other basis'
            when x.form = 'about' or y.form = 'about' or x.form <> y.form then 'other form'
            else 'same'
        end as basis_relation,
        case
            when x_relies then 'first on second'
            when y_relies then 'second on first'
            else 'independent'
        end as built_relation,
        case
            when x.disputed_reading or y.disputed_reading then 'relays disagree'
            when x.counted is not null or y.counted is not null then 'counted by us'
            else 'held'
        end as reading_relation
    from met
)

select
    a,
    b,
    x.claimant as claimant_a,
    y.claimant as claimant_b,
    x.side as side_a,
    y.side as side_b,
    one_claimant,
    period_share,
    said_gap,
    tolerance,
    metric_relation,
    group_relation,
    by_relation,
    place_relation,
    period_relation,
    counting_relation,
    basis_relation,
    built_relation,
    reading_relation,
    case
        when metric_relation = 'same' then 0
        when metric_relation = 'same family' and one_claimant then 1
        else 2
    end as metric_level,
    case group_relation when 'same' then 0 when 'neither' then 2 else 1 end as group_level,
    case by_relation when 'same' then 0 when 'one unstated' then 1 else 2 end as by_level,
    case place_relation when 'same' then 0 when 'and others' then 1 else 2 end as place_level,
    case
        when period_relation = 'same' then 0
        when period_relation in ('different', 'unstated, said apart') then 2
        else 1
    end as period_level,
    case counting_relation when 'same' then 0 else 2 end as counting_level,
    case basis_relation when 'same' then 0 when 'no number' then 2 else 1 end as basis_level,
    case built_relation when 'independent' then 0 else 2 end as built_level,
    case reading_relation when 'held' then 0 else 2 end as reading_level,
    -- which is higher, from the bounds alone; the printed number decides only where the bounds leave it open
    case
        when coalesce(x.low, x.point, x.high) >= coalesce(y.low, y.point, y.high) then 'a' else 'b'
    end as higher,
    x.low as low_a,
    x.high as high_a,
    y.low as low_b,
    y.high as high_b
from related;

-- one row is a pair with the worst level and the factor of the higher to the lower (design.md §5.3): at least
-- factor_low, at most factor_high. None with a zero, a word or nothing stated, where a hedge leaves no bound, or where
-- an open bound leaves unknown which is the higher
create macro gate(pairs) as table
with lines as (
    select
        *,
        greatest(
            metric_level,
            group_level,
            by_level,
            place_level,
            period_level,
            counting_level,
            basis_level,
            built_level,
            reading_level
        ) as level,
        if(higher = 'a', low_a, low_b) as top_low,
        if(higher = 'a', high_a, high_b) as top_high,
        if(higher = 'a', low_b, low_a) as bottom_low,
        if(higher = 'a', high_b, high_a) as bottom_high
    from gate_lines(pairs)
),

bounded as (
    select
        *,
        basis_relation <> 'no number' and top_low > 0 and bottom_high > 0 and top_low >= bottom_high as is_apart,
        basis_relation <> 'no number' and bottom_low > 0 and top_low > 0 and top_high > 0 and bottom_high > 0 as is_closed
    from lines
)

select
    * exclude (is_apart, is_closed),
    case
        when is_apart then top_low / bottom_high
        when is_closed then 1.0
    end as factor_low,
    -- where bounds overlap, either may be the higher
    if(is_closed, greatest(top_high / bottom_low, bottom_high / top_low), null) as factor_high
from bounded;
