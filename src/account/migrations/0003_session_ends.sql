-- So that those that are over are found without reading the others.
CREATE INDEX sessions_by_end ON sessions (expires_at);
