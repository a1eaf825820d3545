"""What joins several subjects: home, subscriptions, the feeds and calendars of everything, what hosts need."""
