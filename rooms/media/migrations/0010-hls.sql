-- What the playlists say of a rung; null where it has no HLS form (clips of a minute at most, and those made before).
alter table media.rungs add column codecs text, add column peak_kbps integer;
