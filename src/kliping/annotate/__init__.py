"""What an article tells: names, quotations, tags, topics and a summary, taken from its text."""
