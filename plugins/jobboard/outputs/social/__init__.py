"""Social cards: the pictures that go with links to pages which have none of their own. They know no kind of content."""
