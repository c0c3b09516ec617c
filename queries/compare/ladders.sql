-- one row is a step of a revision ladder (design.md §5.7): one ladder per series; no words, windows, own counts,
-- disputed readings, undated claims or unnamed claimants. withdrawn_at ends a ladder. A change of word, basis or start
-- of the period by more than a day breaks the line (segment), and no factor is given across a break or where the order
-- is not known.
with recursive depths (statement, depth) as (
    -- of the many that stand alone none is looked at
    select id, 0 from statements where follows is null and id in (select follows from statements)
    union all
    select statements.id, depths.depth + 1
    from depths
    join statements on statements.follows = depths.statement
),

steps as (
    select
        question_claims.* exclude (withdrawn_at),
        coalesce(depths.depth, 0) as depth,
        if($t is null or question_claims.withdrawn_at <= $t, question_claims.withdrawn_at, null) as withdrawn_at
    from question_claims
    left join depths on depths.statement = question_claims.statement
    where
        question_claims.phase = $phase
        and question_claims.family = $family
        and question_claims."group" is not distinct from $group
        and question_claims.who_key = $who
        and question_claims.place_key = $place
        and (question_claims."by" is null or question_claims."by" is not distinct from $by)
        and question_claims.counting in ('cumulative', 'standing')
        and question_claims.claimant_kind not in ('unnamed', 'unattributed')
        and question_claims.counted is null
        and not question_claims.disputed_reading
        and question_claims.form not in ('word', 'none_reported')
        and question_claims.said_to is not null
        and ($t is null or question_claims.said_to <= $t)
),

beside as (
    select
        *,
        lag(metric) over ladder as last_metric,
        lag(basis) over ladder as last_basis,
        lag(covers_from) over ladder as last_start,
        lag(said_to) over ladder as last_said_to,
        lag(said_precision) over ladder as last_precision,
        lag(depth) over ladder as last_depth,
        lag(low) over ladder as last_low,
        lag(high) over ladder as last_high,
        lag(withdrawn_at) over ladder as last_withdrawn,
        lag(id) over ladder is null as is_first
    from steps
    window ladder as (partition by series order by said_to, depth, said_from, position)
),

judged as (
    select
        *,
        case
            when is_first then null
            when last_withdrawn <= said_to then 'the figure before was withdrawn'
            when metric <> last_metric then 'another word'
            when basis <> last_basis then 'another basis'
            when covers_from is not null and last_start is not null and abs(epoch(covers_from - last_start)) > 86400
                then 'another start of the period'
        end as break_reason,
        not is_first and (said_from >= last_said_to or depth > last_depth) as order_known
    from beside
)

select
    *,
    sum((break_reason is not null)::int) over (partition by series order by said_to, depth, said_from, position) as segment,
    if(not is_first, (epoch(said_to) - epoch(last_said_to)) / 3600.0, null) as hours_since,
    if(break_reason is null and order_known and last_high > 0, low / last_high, null) as factor_low,
    if(break_reason is null and order_known and last_low > 0, high / last_low, null) as factor_high
from judged
order by side_position, claimant_name, series, said_to, depth, said_from, position;
