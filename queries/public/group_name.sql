-- one row is the name of the group with this id
select name from groups where id = $id;
