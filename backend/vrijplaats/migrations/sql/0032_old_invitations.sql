-- Names and addresses of invitations that are long over are kept by nobody; history keeps that they were, by id.
create policy worker_delete on invitation for delete to vrijplaats_worker using (true);
grant delete on invitation to vrijplaats_worker;
