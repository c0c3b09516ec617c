-- one row is a dated claim about people of the whole operation, of the harm most claims are about; period claims are left out
with most_counted as (
    select family, arg_min(label, position) as label
    from metrics
    where
        family = (
            select metrics.family
            from claims
            join metrics on metrics.id = claims.metric
            where metrics.unit = 'people'
            group by metrics.family
            order by count(*) desc, min(metrics.position)
            limit 1
        )
    group by family
),

heading as (
    select arg_min(id, position) as metric from metrics where family = (select family from most_counted)
),

told as (
    select
        claim_details.* exclude (withdrawn_at),
        if($t is null or phase <> $phase or withdrawn_at <= $t, withdrawn_at, null) as withdrawn_at
    from claim_details
    where
        family = (select family from most_counted)
        and place_key = 'operation'
        and site is null
        and who is null
        and said_to is not null
        and coalesce(point, low, high) is not null
        and counted is null
        and (counting is null or counting <> 'period')
        and "group" in (select id from groups where depth <= 2)
        and ($t is null or phase <> $phase or said_to <= $t)
),

stepped as (
    select
        *,
        lag(metric) over step as metric_before,
        lag(basis) over step as basis_before,
        lag(covers_from) over step as covers_from_before,
        lag(superseded_at) over step as superseded_before,
        lag(withdrawn_at) over step as withdrawn_before,
        row_number() over step as step_number,
        count(*) over (partition by series) as steps
    from told
    window step as (partition by series order by said_to, position)
)

select
    stepped.id,
    stepped.statement,
    stepped.phase,
    stepped.claimant,
    stepped.claimant_name,
    stepped.claimant_kind,
    stepped.side,
    stepped.side_name,
    stepped.side_position,
    stepped.metric,
    stepped.metric_label,
    stepped."group",
    stepped.group_name,
    stepped.group_position,
    stepped.label,
    stepped.form,
    stepped.low,
    stepped.high,
    stepped.point,
    stepped.says,
    stepped.on_words,
    stepped.said_from,
    stepped.said_to,
    stepped.said_precision,
    stepped.covers_from,
    stepped.covers_to,
    stepped.covers_precision,
    stepped.covers_words,
    stepped.covers_inferred,
    stepped.who_names,
    stepped.as_stated,
    stepped.series,
    stepped.superseded_at,
    stepped.withdrawn_at,
    stepped.disputed_reading,
    stepped.steps,
    stepped.step_number,
    stepped.publisher,
    stepped.url,
    stepped.not_linked,
    (select label from most_counted) as harm,
    stepped.metric <> (select metric from heading) as other_word,
    groups.depth as group_depth,
    -- a change of word, basis or start by more than a day breaks the line (design.md §5.7); so does an unknown order
    step_number > 1
    and (
        metric <> metric_before
        or basis <> basis_before
        or (covers_from is null) <> (covers_from_before is null)
        or coalesce(abs(date_diff('hour', covers_from_before, covers_from)) > 24, false)
        or superseded_before is null
        or superseded_before > said_to
        or coalesce(withdrawn_before <= said_to, false)
    ) as breaks,
    disputed_reading or claimant_kind in ('unnamed', 'unattributed') as stands_alone
from stepped
join groups on groups.id = stepped."group"
order by
    groups.position,
    stepped.side_position,
    stepped.claimant_name,
    stepped.series,
    stepped.step_number;
