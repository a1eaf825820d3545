"""What is told by mail: what has changed since an instant in, a message out. Nothing here sends anything."""
