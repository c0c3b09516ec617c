-- title: A stated number of places against the names listed
-- rule: Where a statement gives a number of places and lists names, the list is not longer than the number.
-- one row is a number of places in a statement that names places; a shorter list need not be complete
with named as (
    select
        statement_names.statement,
        places.id,
        places.name,
        places.level
    from statement_names
    join places on places.id = statement_names.place
),

lists as (
    select
        statement,
        count(*) as names,
        mode(level) as usual_level
    from named
    group by statement
),

nested as (
    select
        inside.statement,
        around.name as around,
        string_agg(inside.name, ', ' order by inside.name) as insides,
        count(*) as number
    from named as inside
    join place_tree on place_tree.descendant = inside.id and place_tree.ancestor <> inside.id
    join named as around on around.statement = inside.statement and around.id = place_tree.ancestor
    group by inside.statement, around.name
),

nestings as (
    select
        statement,
        string_agg(
            insides || if(number = 1, ' lies in ', ' lie in ') || around || ', which is listed as well', '; '
            order by around
        ) as words
    from nested
    group by statement
),

unusual as (
    select
        named.statement,
        count(*) as number,
        string_agg(named.name, ', ' order by named.name) as names
    from named
    join lists on lists.statement = named.statement and named.level <> lists.usual_level
    group by named.statement
)

select
    stated.id as finding,
    stated.phase,
    stated.claimant,
    'arithmetic' as kind,
    case
        when lists.names > stated.high then 'does not add up as reported'
        when lists.names < stated.low or nestings.words is not null then 'cannot be told'
        else 'adds up'
    end as outcome,
    concat_ws(
        '. ',
        stated.label || ' ' || stated.metric_label || ' stated, ' || lists.names || if(lists.names = 1, ' name', ' names')
        || ' listed'
        || case
            when lists.names > stated.high then ': ' || (lists.names - stated.high) || ' more than stated'
            when lists.names < stated.low then ': a list need not be complete'
            else ''
        end,
        nestings.words,
        case
            when lists.names > stated.high
                then unusual.number || if(unusual.number = 1, ' name is that', ' names are those')
                    || ' of another kind of place than the rest (' || unusual.names || '); without '
                    || if(unusual.number = 1, 'it ', 'them ') || (lists.names - unusual.number) || ' are left'
        end
    ) as arithmetic,
    null as arises,
    concat_ws('|', stated.id, ours.id) as claims,
    lists.names - stated.high as difference,
    stated.high as reference,
    [
        term('part', 'names listed', number_words(lists.names), lists.names, lists.names),
        term('stated', stated.metric_label || ' stated', stated.label, stated.low, stated.high)
    ] as terms
from claim_details as stated
join lists on lists.statement = stated.statement
left join nestings on nestings.statement = stated.statement
left join unusual on unusual.statement = stated.statement
left join claims as ours
    on ours.statement = stated.statement and ours.metric = stated.metric and ours.counted is not null
where
    stated.unit = 'places'
    and stated.counted is null
    and (stated.low is not null or stated.high is not null)
order by stated.position;
