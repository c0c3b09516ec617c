-- one row is a language of reports about the phase, with how they were read and how many cannot be linked
select
    language,
    count(*) as pages,
    count(*) filter (where read = 'full') as in_full,
    count(*) filter (where read = 'excerpt') as in_part,
    count(*) filter (where url is null) as not_linked,
    count(*) filter (where published is null) as undated
from reports
where phase = $phase
group by language
order by pages desc, language;
