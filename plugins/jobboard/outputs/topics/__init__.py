"""The page of a topic, which joins postings, news and events."""
