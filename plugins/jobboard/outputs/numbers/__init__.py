"""The board in figures: what its postings come to, month by month, as a page, a table and a report."""
