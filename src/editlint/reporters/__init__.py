"""Results to text, one file a format, each imported when it is asked for; none prints."""
