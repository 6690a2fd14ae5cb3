-- Decibels that are added to a clip's sound: measured once, for all of its rungs.
alter table media.media add column gain real;
