"""Records to pages to bytes."""
