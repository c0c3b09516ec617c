-- title: A page's own words hold its figure
-- rule: Where the words of a page are kept beside a figure and hold a number, the figure's number is among them.
-- one row is a figure with such words; words without a number (`soldiers`) are not asked, scale words (`dozen`) cannot be told
with ones (word, number) as (
    values ('two', 2), ('three', 3), ('four', 4), ('five', 5), ('six', 6), ('seven', 7), ('eight', 8), ('nine', 9),
    ('ten', 10), ('eleven', 11), ('twelve', 12), ('thirteen', 13), ('fourteen', 14), ('fifteen', 15), ('sixteen', 16),
    ('seventeen', 17), ('eighteen', 18), ('nineteen', 19)
),

tens (word, number) as (
    values ('twenty', 20), ('thirty', 30), ('forty', 40), ('fifty', 50), ('sixty', 60), ('seventy', 70), ('eighty', 80),
    ('ninety', 90)
),

spelled as (
    select word, number from ones
    union all
    select word, number from tens
    union all
    select tens.word || '-' || ones.word, tens.number + ones.number
    from tens
    cross join (select * from ones where number < 10 union all select 'one', 1) as ones
),

-- digits of any script as 0 to 9, thousands without separators, `thirty one` as `thirty-one`
texts as (
    select
        given.*,
        regexp_replace(
            regexp_replace(
                regexp_replace(
                    translate(
                        lower(given.words),
                        '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩०१२३४५६७८९০১২৩৪৫৬৭৮৯０１２３４５６７８９',
                        '01234567890123456789012345678901234567890123456789'
                    ),
                    '([0-9])[,٬](\d{2,3})', '\1\2', 'g'
                ),
                '([0-9])[,٬](\d{2,3})', '\1\2', 'g'
            ),
            '\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) (one|two|three|four|five|six|seven|eight|nine)\b',
            '\1-\2', 'g'
        ) as plain,
        regexp_extract_all(replace(given.label, ',', ''), '[0-9]+') as wanted
    from (
        select
            appearances.claim,
            appearances.position,
            coalesce(appearances.label, claims.label) as label,
            appearances.words,
            reports.publisher
        from appearances
        join claims on claims.id = appearances.claim
        join reports on reports.id = appearances.report
        where appearances.words is not null
        union all
        select id, 0, label, printed, publisher from claim_details where printed is not null
    ) as given
    where given.label is not null
),

-- one row is a text with the numbers in it, all as digits
held as (
    select
        texts.*,
        list_distinct(
            list_concat(regexp_extract_all(texts.plain, '[0-9]+'), coalesce(named.numbers, []))
        ) as numbers,
        regexp_matches(texts.plain, '\b(dozens?|hundreds?|thousands?|lakhs?|crores?|millions?)\b') as has_scale
    from texts
    left join (
        select claim, position, list(spelled.number::varchar order by spelled.number) as numbers
        from (
            select claim, position, unnest(regexp_extract_all(plain, '[a-z]+(?:-[a-z]+)*')) as word from texts
        ) as words
        join spelled on spelled.word = words.word
        group by claim, position
    ) as named on named.claim = texts.claim and named.position = texts.position
)

select
    held.claim || '.' || held.position as finding,
    claim.phase,
    claim.claimant,
    'relay number' as kind,
    case
        when list_has_all(held.numbers, held.wanted) then 'adds up'
        when held.has_scale then 'cannot be told'
        else 'does not add up as reported'
    end as outcome,
    claim.metric_label || coalesce(' (' || claim.group_name || ')', '') || ': ' || held.label || ' entered, “' || held.words
    || '” printed (' || held.publisher || ')' as arithmetic,
    if(list_has_all(held.numbers, held.wanted), null, 'our reading') as arises,
    held.claim as claims
from held
join claim_details as claim on claim.id = held.claim
where len(held.wanted) > 0 and (len(held.numbers) > 0 or held.has_scale)
order by claim.position, held.position;
